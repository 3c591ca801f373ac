package com.spokefleet.siem.splunk.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is written of an alert into the index: the fields of the model Alerts, and what an analyst
 * needs to begin with.
 */
public final class AlertFields {
  /**
   * A field of an alert.
   *
   * @param expression what it is made of, for {@code eval}
   */
  public record AlertField(String name, String expression) {}

  private static final List<AlertField> ALL =
      List.of(
          new AlertField("app", "\"Genesys Cloud\""),
          new AlertField("type", "\"alert\""),
          new AlertField("id", "event_key"),
          new AlertField("detection", "detection"),
          new AlertField("signature", "signature"),
          new AlertField("signature_id", "detection"),
          new AlertField("severity", "severity"),
          new AlertField("category", "category"),
          new AlertField("basis", "basis"),
          new AlertField(
              "description",
              "purpose . if(basis=\"inferred\", \" (Inferred: no published event confirms this"
                  + " detection.)\", \"\")"),
          new AlertField("response", "response"),
          new AlertField("attack", "attack"),
          text("dest", "org_id", "unknown"),
          text("src", "src_ip", "unknown"),
          text("user", "actor_name", "unknown"),
          text("org_id", "org_id", "unknown"),
          text("org_name", "org_name", "unknown"),
          text("actor_name", "actor_name", ""),
          text("actor_id", "actor_id", ""),
          text("vendor_action", "vendor_action", ""),
          text("entity_type", "entity_type", ""),
          text("entity_name", "entity_name", ""),
          text("entity_id", "entity_id", ""),
          text("privileged_object", "privileged_object", ""),
          text("privileged_actor", "privileged_actor", ""),
          new AlertField("counted", "coalesce(tostring(counted), \"1\")"),
          new AlertField("alert_group", "alert_group"),
          text("event_identity", "genesys_identity", ""));

  private AlertFields() {}

  public static List<AlertField> all() {
    return ALL;
  }

  /** All of them for one {@code eval}; an empty text becomes no field at all. */
  static String assignments() {
    return ALL.stream()
        .filter(field -> !field.name().equals(field.expression()))
        .map(field -> field.name() + "=" + field.expression())
        .collect(Collectors.joining(", "));
  }

  static String names() {
    return ALL.stream().map(AlertField::name).collect(Collectors.joining(", "));
  }

  /** Several values become one text, because an alert is written as one line. */
  private static AlertField text(String name, String field, String otherwise) {
    String fallback = otherwise.isEmpty() ? "" : ", \"" + otherwise + '"';
    String joined = "mvjoin(" + field + ", \", \")";
    return new AlertField(
        name, fallback.isEmpty() ? joined : "coalesce(" + joined + fallback + ")");
  }
}
