package com.spokefleet.infra.backfill;

/** An error as Step Functions names it. */
public final class StatesException extends Exception {
  private static final long serialVersionUID = 1;

  private final String error;

  public StatesException(String error, String cause) {
    super(cause);
    this.error = error;
  }

  public String error() {
    return error;
  }
}
