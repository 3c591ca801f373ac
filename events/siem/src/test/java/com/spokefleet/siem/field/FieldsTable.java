package com.spokefleet.siem.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.siem.field.GoldenOutputs.Pair;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The dictionary as tables for people. */
final class FieldsTable {
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("every-event.yaml", "Every event"),
          Map.entry("audits.yaml", "Audits"),
          Map.entry("lookups.yaml", "Looked up by the SIEM"),
          Map.entry("conversations.yaml", "Conversations"),
          Map.entry("customers.yaml", "Customers"),
          Map.entry("edges.yaml", "Edges"),
          Map.entry("operations.yaml", "Operational events"),
          Map.entry("splunk.yaml", "Splunk's own"),
          Map.entry("splunk-search.yaml", "Made by the Splunk app when it searches"),
          Map.entry("datadog.yaml", "Datadog's own"),
          Map.entry("datadog-pipeline.yaml", "Made by the Datadog pipeline"));
  private static final Set<EventKind> MAY_LEAVE =
      EnumSet.of(EventKind.AUDIT, EventKind.EDGE_METRICS, EventKind.OPERATIONS);

  private FieldsTable() {}

  static String render() {
    Map<String, String> masked = masked();
    return FieldDictionary.files().stream()
        .map(file -> section(file, masked))
        .collect(Collectors.joining("\n"));
  }

  private static String section(String file, Map<String, String> masked) {
    List<Field> fields = FieldDictionary.read(file);
    boolean flat = fields.stream().anyMatch(field -> field.origin().isFlat());
    StringBuilder text = new StringBuilder("### ").append(TITLES.get(file)).append("\n\n");
    text.append("| Field | Type | Meaning | Example | From |");
    text.append(flat ? " Goes into | Metrics-only orgs |\n" : " Goes into |\n");
    text.append("|---|---|---|---|---|---|").append(flat ? "---|\n" : "\n");
    for (Field field : fields) {
      text.append("| `").append(name(field)).append("` | ").append(field.type().words());
      text.append(" | ").append(plain(field.meaning())).append(kinds(field)).append(" | ");
      text.append(field.example().map(FieldsTable::example).orElseGet(() -> why(field, flat)));
      text.append(" | ").append(source(field)).append(" | ").append(names(field)).append(" |");
      text.append(flat ? " " + masked.getOrDefault(field.name(), never(field)) + " |\n" : "\n");
    }
    return text.toString();
  }

  private static String name(Field field) {
    return field.splunk().or(field::datadog).orElseThrow();
  }

  private static String kinds(Field field) {
    if (!field.topics().isEmpty()) {
      return " *" + String.join(", ", field.topics()) + "*";
    }
    boolean all = field.kinds().contains(EventKind.OTHER);
    return all || field.kinds().size() == 1
        ? ""
        : " *"
            + field.kinds().stream()
                .sorted()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "))
            + "*";
  }

  private static String example(String value) {
    String shown = value.length() > 60 ? value.substring(0, 57) + "…" : value;
    return "`" + plain(shown) + "`";
  }

  /** Of fields that are no part of a flat event the section's title says it. */
  private static String why(Field field, boolean flat) {
    return flat ? "– (" + field.unmet().orElseThrow() + ")" : "–";
  }

  private static String source(Field field) {
    return field.origin() == FieldOrigin.EVENT ? "`" + field.source() + "`" : field.source();
  }

  private static String plain(String text) {
    return text.replace("|", "\\|");
  }

  private static String names(Field field) {
    StringBuilder names = new StringBuilder();
    field.cim().filter(cim -> !cim.isEmpty()).ifPresent(cim -> add(names, "CIM", cim));
    field.standard().ifPresent(standard -> add(names, "Datadog", standard));
    if (!field.ocsf().isEmpty()) {
      add(names, "OCSF", String.join(", ", field.ocsf()));
    }
    return names.isEmpty() ? "–" : names.toString();
  }

  private static void add(StringBuilder names, String where, String name) {
    names.append(names.isEmpty() ? "" : "; ").append(where).append(" `").append(name).append('`');
  }

  /** What becomes of each field of a metrics-only org, as the golden events show it. */
  private static Map<String, String> masked() {
    List<Pair> pairs = GoldenOutputs.pairs();
    Map<String, String> treatments = new HashMap<>();
    for (Pair masked : pairs) {
      if (!masked.file().toString().contains(".masked.")) {
        continue;
      }
      String whole = masked.file().toString().replace(".masked.", ".");
      Pair usual =
          pairs.stream()
              .filter(pair -> pair.file().toString().equals(whole))
              .findFirst()
              .orElseThrow();
      for (Map.Entry<String, JsonNode> member : usual.fields().properties()) {
        JsonNode told = masked.fields().path(member.getKey());
        String treatment =
            told.isMissingNode() ? "left out" : told.equals(member.getValue()) ? "kept" : "hashed";
        String name = FieldDictionary.find(member.getKey()).orElseThrow().name();
        // An empty value is kept as it is, and a client's id is nobody's: the strictest counts.
        treatments.merge(name, treatment, (one, other) -> one.equals("kept") ? other : one);
      }
    }
    return treatments;
  }

  private static String never(Field field) {
    boolean conversations = field.kinds().stream().noneMatch(MAY_LEAVE::contains);
    return conversations ? "never sent" : "–";
  }
}
