package com.spokefleet.events.flatten;

import java.util.Locale;

/** Why a record is left out on purpose. */
public enum DropReason {
  /** No bytes. */
  EMPTY,
  /** A control message of CloudWatch Logs, not an event. */
  CONTROL,
  /** What was said by customers never goes to a SIEM. */
  TRANSCRIPT,
  /** Of a metrics-only organisation, and about customers. */
  RESIDENCY;

  /** As metrics name it. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
