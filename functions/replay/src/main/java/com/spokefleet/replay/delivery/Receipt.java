package com.spokefleet.replay.delivery;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What became of a chunk.
 *
 * @param outcomes one for each record, in order
 * @param stop why sending more makes no sense now; empty if it does
 */
public record Receipt(List<Outcome> outcomes, Optional<String> stop) {
  public Receipt {
    outcomes = List.copyOf(outcomes);
  }

  static Receipt all(int records, Outcome outcome) {
    return new Receipt(Collections.nCopies(records, outcome), Optional.empty());
  }

  static Receipt stopped(int records, Outcome.Kind kind, String reason) {
    return new Receipt(
        Collections.nCopies(records, new Outcome(kind, reason)), Optional.of(reason));
  }
}
