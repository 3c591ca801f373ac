package com.spokefleet.testing.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One status of an agent as the organisation holds it at some instant; written down when the
 * generator decides it.
 *
 * @param end null while the status lasts
 * @param value as the status is called, such as {@code ON_QUEUE} or {@code INTERACTING}
 * @param organizationPresenceId null for a routing status
 * @param poison true where the served record cannot be accepted by any reader
 */
public record TrueStatus(
    String userId,
    Kind kind,
    Instant start,
    @Nullable Instant end,
    String value,
    @Nullable String organizationPresenceId,
    boolean poison) {

  /** What the status is about. */
  public enum Kind {
    PRESENCE,
    ROUTING
  }

  /** The UTC day the status belongs to. */
  public LocalDate day() {
    return LocalDate.ofInstant(start, ZoneOffset.UTC);
  }
}
