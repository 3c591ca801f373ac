package com.spokefleet.cli.proof;

import java.util.List;

/**
 * One table's days in order, without holes: a day nobody knows about is in it as missing.
 *
 * @param earlierDays days with proofs that lie apart before the first one listed, left by
 *     conversations that began long before the lake's history
 */
public record TableProof(String table, List<DayProof> days, int earlierDays) {
  public TableProof {
    days = List.copyOf(days);
  }

  long settledDifference() {
    return days.stream().mapToLong(DayProof::settledDifference).sum();
  }

  long count(DayState state) {
    return days.stream().filter(day -> day.state() == state).count();
  }
}
