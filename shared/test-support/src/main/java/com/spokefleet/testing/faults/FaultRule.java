package com.spokefleet.testing.faults;

/** The fault that strikes requests {@code first} to {@code last} (from 1) of one endpoint. */
public record FaultRule(Endpoint endpoint, long first, long last, FaultKind kind) {
  public FaultRule {
    if (!kind.strikes(endpoint)) {
      throw new IllegalArgumentException("Cannot plan " + kind + " on " + endpoint);
    }
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("Cannot plan requests " + first + " to " + last);
    }
  }

  boolean covers(Endpoint other, long request) {
    return endpoint == other && first <= request && request <= last;
  }
}
