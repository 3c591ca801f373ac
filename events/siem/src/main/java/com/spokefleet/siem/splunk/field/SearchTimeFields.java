package com.spokefleet.siem.splunk.field;

import com.spokefleet.siem.dashboard.HangUps;
import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.splunk.conf.ConfFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The fields Splunk makes when it searches, by kind of record; data that props.conf is made of. */
public final class SearchTimeFields {
  /** Field that says where a customer was who hung up: {@code customer} if that is not told. */
  public static final String HANG_UP = "hang_up";

  /** Of a hang-up whose place nothing tells. */
  public static final String UNTOLD = "customer";

  private SearchTimeFields() {}

  /** The calculated fields of such records. */
  public static List<DerivedField> of(SourceType type) {
    return switch (type) {
      case AUDIT -> AuditFields.streamed();
      case POLLED_AUDIT -> AuditFields.polled();
      case ACD_END, ACW, CUSTOMER_END, FLOW_END, USER_END ->
          List.of(DerivedField.of("genesys_identity", Value.first("event_id")), hangUp());
      case EDGE_METRICS, OTHER ->
          List.of(DerivedField.of("genesys_identity", Value.first("event_id")));
      case OPERATIONS -> operations();
    };
  }

  /** A record's fields as a search sees them: its own, its lists, and those that are made. */
  public static FieldValues seen(SourceType type, FieldValues extracted) {
    FieldValues listed = listed(type, extracted);
    Map<String, List<String>> made = new HashMap<>();
    of(type).forEach(field -> made.put(field.name(), field.in(listed)));
    return field ->
        made.containsKey(field) ? made.getOrDefault(field, List.of()) : listed.of(field);
  }

  /** Its own, with lists under the names they have everywhere else. */
  static FieldValues listed(SourceType type, FieldValues extracted) {
    List<String> lists = ListFields.of(type);
    return field -> {
      List<String> values = extracted.of(field);
      return values.isEmpty() && lists.contains(field) ? extracted.of(field + "{}") : values;
    };
  }

  /** All names that any of these have. */
  public static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (SourceType type : SourceType.values()) {
      of(type).forEach(field -> names.add(field.name()));
    }
    return names;
  }

  /** Adds them to props.conf. */
  public static void write(SourceType type, ConfFile.Stanza stanza) {
    for (String list : ListFields.of(type)) {
      // ASNEW: what is no list, such as a lone "none", keeps its value.
      stanza.set("FIELDALIAS-" + list, "\"%s{}\" ASNEW %s".formatted(list, list));
    }
    of(type).forEach(field -> stanza.set("EVAL-" + field.name(), field.expression()));
  }

  private static DerivedField hangUp() {
    DerivedField field = DerivedField.of(HANG_UP, new Value.First(List.of(HANG_UP)));
    for (HangUps.Sign sign : HangUps.signs()) {
      field = field.when(sign.when(), Value.text(sign.leg().isEmpty() ? UNTOLD : sign.leg()));
    }
    return field;
  }

  /** For the model Alerts; events of the platform bear no severity, so theirs is a guess. */
  private static List<DerivedField> operations() {
    return List.of(
        DerivedField.of("genesys_identity", Value.first("event_id")),
        DerivedField.of("app", Value.text("Genesys Cloud")),
        DerivedField.of(
            "description",
            Value.firstOr("Operational event", "event_entity_description", "event_entity_name")),
        DerivedField.of("dest", Value.firstOr("unknown", "org_id")),
        DerivedField.of("id", Value.first("event_id")),
        DerivedField.of("severity", Value.text("low"))
            .when("error_code exists", Value.text("medium")),
        DerivedField.of("severity_source", Value.text("default")),
        DerivedField.of(
            "signature",
            Value.firstOr("Operational event", "event_entity_name", "event_entity_id")),
        DerivedField.of("signature_id", Value.firstOr("unknown", "event_entity_id")),
        DerivedField.of("src", Value.firstOr("unknown", "entity_name", "entity_id")),
        DerivedField.of("type", Value.text("event")),
        DerivedField.of("user", Value.text("system")));
  }
}
