package com.spokefleet.siem.splunk.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Every field that is asked for is one that something has: an event, a lookup, a macro. */
final class FieldCheck implements Check {
  /** Splunk's own, and those of CloudWatch's figures as its add-on for AWS brings them. */
  private static final Set<String> GIVEN =
      Set.of(
          "_time",
          "_indextime",
          "_raw",
          "_key",
          "index",
          "sourcetype",
          "source",
          "host",
          "eventtype",
          "count",
          "genesys_org_id",
          "genesys_topic",
          "genesys_event_id",
          "metric_name",
          "metric_dimensions",
          "Sum",
          "Maximum");

  private static final String MACROS = "macros.conf";

  private final Predicate<String> known;

  FieldCheck(Predicate<String> known) {
    this.known = known;
  }

  @Override
  public List<String> problems(AppFiles app) {
    Map<String, String> searches = app.searches();
    Set<String> made = new HashSet<>(GIVEN);
    Set<String> given = new HashSet<>();
    // A macro hands on what it makes, and is handed what the searches have made that call it.
    searches.forEach(
        (place, search) -> {
          if (place.startsWith(MACROS)) {
            made.addAll(SplFields.of(search).made());
          } else if (place.startsWith("savedsearches.conf")) {
            given.addAll(SplFields.of(search).made());
          }
        });
    app.conf("transforms")
        .stanzas()
        .forEach((name, settings) -> made.addAll(columns(app, settings)));
    app.conf("props")
        .stanzas()
        .values()
        .forEach(
            settings ->
                settings.keySet().stream()
                    .filter(key -> key.startsWith("EVAL-"))
                    .forEach(key -> made.add(key.substring("EVAL-".length()))));
    List<String> problems = new ArrayList<>();
    searches.forEach(
        (place, search) -> {
          if (!place.equals(AppFiles.BACKEND)) {
            SplFields fields = SplFields.of(search);
            Set<String> unknown = new TreeSet<>(fields.used());
            unknown.removeAll(fields.made());
            unknown.removeAll(made);
            unknown.removeAll(place.startsWith(MACROS) ? given : Set.of());
            unknown.removeIf(known);
            unknown.forEach(name -> problems.add(place + ": nothing has a field " + name));
          }
        });
    return problems;
  }

  private static List<String> columns(AppFiles app, Map<String, String> lookup) {
    String file = lookup.getOrDefault("filename", "");
    String names =
        file.isEmpty()
            ? lookup.getOrDefault("fields_list", "")
            : app.text("lookups/" + file).lines().findFirst().orElse("");
    return List.of(names.split("\\s*,\\s*"));
  }
}
