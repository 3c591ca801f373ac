package com.spokefleet.siem.datadog;

import com.spokefleet.siem.detection.Basis;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What alerts are told apart by. */
final class AlertTags {
  private AlertTags() {}

  static List<String> of(Detection detection) {
    List<String> tags = new ArrayList<>();
    tags.add("source:genesys-cloud");
    tags.add("security:attack");
    tags.add("detection:" + detection.id());
    tags.add("category:" + detection.category().name().toLowerCase(Locale.ROOT));
    tags.add("basis:" + (detection.basis() == Basis.CONFIRMED ? "confirmed" : "inferred"));
    detection.attack().forEach(technique -> tags.add("technique:" + technique));
    return tags;
  }

  /** As Cloud SIEM calls it. */
  static String severity(Severity severity) {
    return severity == Severity.INFORMATIONAL ? "info" : severity.name().toLowerCase(Locale.ROOT);
  }

  /** As monitors count it, 1 the worst. */
  static int priority(Severity severity) {
    return severity.ordinal() + 1;
  }
}
