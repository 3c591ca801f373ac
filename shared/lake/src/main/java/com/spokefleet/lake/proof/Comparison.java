package com.spokefleet.lake.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partition held against another source, as of an instant.
 *
 * @param difference units or events by which the two differ, never negative; 0 unless they disagree
 * @param emitted for interactions: what the lake holds of the day by emission
 * @param aggregated for interactions: what the aggregates hold of the day
 * @param comparedAt when this came out for the first time
 */
public record Comparison(
    ComparisonOutcome outcome,
    ComparisonReason reason,
    long difference,
    @Nullable EmittedCounts emitted,
    @Nullable EmittedCounts aggregated,
    Instant comparedAt) {

  /** A difference that neither open conversations nor quarantine nor anything known explains. */
  public boolean isUnexplained() {
    return outcome.isDisagreement() && reason == ComparisonReason.NONE;
  }

  /** The same finding, whenever it was made. */
  public boolean isSameAs(@Nullable Comparison other) {
    return other != null && equals(other.at(comparedAt));
  }

  private Comparison at(Instant instant) {
    return new Comparison(outcome, reason, difference, emitted, aggregated, instant);
  }
}
