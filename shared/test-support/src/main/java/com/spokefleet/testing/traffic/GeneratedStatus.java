package com.spokefleet.testing.traffic;

import com.spokefleet.testing.ledger.TrueStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One status of an agent, in epoch milliseconds.
 *
 * @param end {@link #NEVER} where nothing follows any more
 */
public record GeneratedStatus(
    String userId,
    TrueStatus.Kind kind,
    long start,
    long end,
    String value,
    @Nullable String organizationPresenceId,
    Oddity oddity) {
  /** Later than any clock. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Whether the status has ended as queries see it at an instant. */
  public boolean endedBy(long asOf) {
    return end <= asOf;
  }

  /** What the ledger says about it as of an instant. */
  public TrueStatus truth(long asOf) {
    return new TrueStatus(
        userId,
        kind,
        Instant.ofEpochMilli(start),
        endedBy(asOf) ? Instant.ofEpochMilli(end) : null,
        value,
        organizationPresenceId,
        oddity.isPoison());
  }
}
