package com.spokefleet.testing.traffic;

/**
 * A change of a conversation after it was first invented, effective for queries that see events up
 * to {@code at} (epoch milliseconds).
 */
public sealed interface Amendment {
  long at();

  /** The conversation's end after this change. */
  default long endAfter(long previousEnd) {
    return previousEnd;
  }

  /** The last agent's wrap-up gets another code. */
  record LateWrapup(long at, String code) implements Amendment {}

  /** The platform corrects the last agent's talk time upwards. */
  record Correction(long at, long talkMillis) implements Amendment {}

  /** An open conversation ends later: the last wrap-up drags on. */
  record EndsLate(long at, long delayMillis) implements Amendment {
    @Override
    public long endAfter(long previousEnd) {
      return previousEnd + delayMillis;
    }
  }

  /** An ended conversation opens again; the same agent works on it once more. */
  record Reopened(long at, long workMillis, long acwMillis) implements Amendment {
    @Override
    public long endAfter(long previousEnd) {
      return at + workMillis + acwMillis;
    }
  }
}
