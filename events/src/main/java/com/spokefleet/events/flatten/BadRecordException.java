package com.spokefleet.events.flatten;

/** A record that cannot be handed on. Has no stack trace: the cause is the data. */
public final class BadRecordException extends Exception {
  private static final long serialVersionUID = 1;

  private final RecordFault fault;

  public BadRecordException(RecordFault fault) {
    super("Cannot flatten the record: " + fault.reason(), null, false, false);
    this.fault = fault;
  }

  public RecordFault fault() {
    return fault;
  }
}
