package com.spokefleet.siem.datadog;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Fields whose values make one group. A log monitor leaves out events without a field that it
 * groups by, and of several fields it follows the ten most frequent values only; so the pipeline
 * puts several fields into one attribute, which every event has, with nothing where a field is
 * missing.
 */
record AlertGroup(List<String> fields) {
  AlertGroup {
    fields = List.copyOf(fields);
  }

  /** Name of the attribute, without {@code @}. */
  String name() {
    return isPlain() ? "genesys.org_id" : "genesys.by_" + String.join("_", fields);
  }

  /** What a query calls it. */
  String attribute() {
    return "@" + name();
  }

  /** Whether every event has it anyway, so that nothing has to be built. */
  boolean isPlain() {
    return fields.equals(List.of("org_id"));
  }

  /** For a string builder. */
  String template() {
    return fields.stream()
        .map(field -> "%{genesys." + field + "}")
        .collect(Collectors.joining(" "));
  }
}
