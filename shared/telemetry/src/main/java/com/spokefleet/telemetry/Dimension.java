package com.spokefleet.telemetry;

import java.util.Locale;

/** What a metric can be split by; its key in CloudWatch is the lower-case name. */
public enum Dimension {
  /** Spoke name of fleet.yaml. */
  ORG,
  /** Kind of data pulled, such as {@code conversation-details}. */
  DATASET,
  /** Table of the lake. */
  TABLE,
  /** Destination of the event stream, by its name in fleet.yaml. */
  DESTINATION,
  /** Why something was counted; a small fixed vocabulary, never a message. */
  REASON;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
