package com.spokefleet.benchmark.cost;

import com.spokefleet.testing.ledger.Ledger;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;

/** How many conversations of an org end within a stretch of time. */
final class EndCounts {
  private final long[] ends;

  private EndCounts(long[] ends) {
    this.ends = ends;
  }

  /** Knows all conversations that have ended by an instant. */
  static EndCounts of(Ledger ledger, Instant asOf) {
    LongStream.Builder ends = LongStream.builder();
    ledger.forEach(
        asOf,
        conversation -> {
          Instant end = conversation.end();
          if (end != null) {
            ends.add(end.toEpochMilli());
          }
        });
    return new EndCounts(ends.build().sorted().toArray());
  }

  /** The first instant included, the last not. */
  long between(Instant from, Instant to) {
    return before(to) - before(from);
  }

  private long before(Instant instant) {
    long millis = instant.toEpochMilli();
    int index = Arrays.binarySearch(ends, millis);
    while (index > 0 && ends[index - 1] == millis) {
      index--;
    }
    return index >= 0 ? index : -index - 1;
  }
}
