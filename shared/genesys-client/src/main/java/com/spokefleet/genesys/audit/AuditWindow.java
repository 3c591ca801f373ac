package com.spokefleet.genesys.audit;

import java.time.Duration;
import java.time.Instant;

/** The audits of one service in a range of time, {@code to} excluded. */
public record AuditWindow(String service, Instant from, Instant to) {
  /** One published client keeps to it; another handles refusals of 31 days. */
  public static final Duration LONGEST = Duration.ofDays(30);

  public AuditWindow {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("Cannot query audits of " + from + "/" + to);
    }
  }

  @Override
  public String toString() {
    return service + ", window " + from + "/" + to;
  }
}
