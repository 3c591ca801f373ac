package com.spokefleet.cli.proof;

import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.lake.proof.PartitionProof;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The counts of some days side by side; each is empty unless it is known for every one of them.
 *
 * @param lake units in the lake; of interactions the events emitted on those days
 * @param aggregates the same events by the aggregates: offered, answered and abandoned
 */
record Counts(
    OptionalLong lake,
    OptionalLong quarantined,
    OptionalLong query,
    OptionalLong job,
    OptionalLong aggregates) {
  private static final Counts UNKNOWN =
      new Counts(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  static Counts of(DayProof day) {
    if (day.proof().isEmpty()) {
      return UNKNOWN;
    }
    PartitionProof proof = day.proof().get();
    Optional<Comparison> comparison = day.comparison();
    Optional<EmittedCounts> emitted = comparison.map(Comparison::emitted);
    Optional<EmittedCounts> aggregated = comparison.map(Comparison::aggregated);
    return new Counts(
        OptionalLong.of(emitted.map(EmittedCounts::total).orElse(proof.units())),
        OptionalLong.of(proof.quarantined()),
        known(proof.queryTotalHits()),
        known(proof.jobCount()),
        known(aggregated.map(EmittedCounts::total).orElse(null)));
  }

  static Counts of(List<DayProof> days) {
    return days.stream().map(Counts::of).reduce(Counts::plus).orElse(UNKNOWN);
  }

  private Counts plus(Counts other) {
    return new Counts(
        sum(lake, other.lake),
        sum(quarantined, other.quarantined),
        sum(query, other.query),
        sum(job, other.job),
        sum(aggregates, other.aggregates));
  }

  private static OptionalLong sum(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(one.getAsLong() + other.getAsLong())
        : OptionalLong.empty();
  }

  private static OptionalLong known(@Nullable Long count) {
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }
}
