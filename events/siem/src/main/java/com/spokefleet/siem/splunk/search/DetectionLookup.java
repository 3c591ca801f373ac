package com.spokefleet.siem.splunk.search;

import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.lookup.Csv;
import java.util.List;
import java.util.Locale;

/** The catalogue as a lookup, so that its texts stand in one place and analysts can read them. */
public final class DetectionLookup {
  private DetectionLookup() {}

  public static String csv(List<Detection> detections) {
    Csv csv =
        new Csv(
            "detection",
            "signature",
            "usual_severity",
            "category",
            "basis",
            "purpose",
            "response",
            "attack");
    for (Detection detection : detections) {
      csv.row(
          detection.id(),
          detection.name(),
          word(detection.severity()),
          word(detection.category()),
          word(detection.basis()),
          detection.purpose(),
          detection.response(),
          String.join(" ", detection.attack()));
    }
    return csv.text();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
