package com.spokefleet.siem.field;

/** Who makes a field. */
public enum FieldOrigin {
  /** The event has it. */
  EVENT,
  /** The transformation adds it, for every SIEM. */
  DERIVED,
  /** The transformation adds it for Splunk. */
  SPLUNK,
  /** The transformation adds it for Datadog. */
  DATADOG,
  /** The Datadog pipeline adds it before a log is stored. */
  DATADOG_PIPELINE,
  /** The Splunk app adds it when it searches. */
  SPLUNK_SEARCH,
  /** The SIEM adds it when the event is stored or searched. */
  LOOKUP;

  /** Whether it is among the flat fields, which all SIEMs get. */
  public boolean isFlat() {
    return this == EVENT || this == DERIVED;
  }
}
