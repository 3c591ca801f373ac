package com.spokefleet.genesys.job;

/** Where an asynchronous job stands, after {@code AsyncQueryStatus}. */
public enum JobState {
  QUEUED,
  PENDING,
  FULFILLED,
  FAILED,
  CANCELLED,
  /** Its results are gone. */
  EXPIRED,
  /** A state this program has never heard of. */
  UNKNOWN;

  static JobState of(String text) {
    for (JobState state : values()) {
      if (state.name().equals(text)) {
        return state;
      }
    }
    return UNKNOWN;
  }
}
