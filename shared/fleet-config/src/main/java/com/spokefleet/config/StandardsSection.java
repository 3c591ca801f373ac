package com.spokefleet.config;

import java.time.Duration;
import java.util.Currency;
import java.util.List;

/** {@code standards} of fleet.yaml. */
final class StandardsSection {
  static final Key<Integer> PERCENT =
      Key.required(
          "percent",
          Scalar.wholeNumber(1, 99),
          "Share of interactions to be answered within the threshold, in percent.");
  static final Key<Duration> THRESHOLD =
      Key.required(
          "threshold",
          DurationText.between(Duration.ofMillis(1), Duration.ofDays(7)),
          "Time within which an interaction counts as answered in time, such as 30s.");
  static final Key<Duration> SHORT_ABANDON =
      Key.withDefault(
          "shortAbandon",
          DurationText.between(Duration.ZERO, Duration.ofHours(1)),
          "0s",
          "Who gives up after at most this time is left out; 0s leaves nobody out.");
  static final Key<SectionValues> SERVICE_LEVEL =
      Key.required(
          "serviceLevel",
          new Section(
              "One service level for all orgs.", List.of(PERCENT, THRESHOLD, SHORT_ABANDON)),
          "The fleet's own service level, measured beside each queue's own target.");
  static final Key<Currency> CURRENCY =
      Key.required(
          "currency",
          ScalarTypes.CURRENCY,
          "ISO 4217 code of the currency that money is converted to.");
  static final Key<Integer> TOLERANCE =
      Key.withDefault(
          "tolerance",
          Scalar.wholeNumber(0, 1_000_000),
          0,
          "Conversations, or events on queues, by which the settled days of one table may differ"
              + " in all before it is an alarm.");
  static final Key<SectionValues> RECONCILIATION =
      Key.optional(
          "reconciliation",
          new Section("When a difference is an alarm.", List.of(TOLERANCE)),
          "How exactly the lake must agree with the API's own counts.");

  static final Section SECTION =
      new Section(
          "What makes figures of different orgs comparable.",
          List.of(SERVICE_LEVEL, CURRENCY, RECONCILIATION));

  private StandardsSection() {}

  static void check(SectionValues values, Problems problems) {
    values
        .optional(SERVICE_LEVEL)
        .ifPresent(
            serviceLevel ->
                serviceLevel
                    .located(SHORT_ABANDON)
                    .ifPresent(
                        shortAbandon ->
                            serviceLevel
                                .optional(THRESHOLD)
                                .filter(limit -> shortAbandon.value().compareTo(limit) > 0)
                                .ifPresent(
                                    limit ->
                                        problems.add(
                                            shortAbandon,
                                            "must not be longer than threshold, "
                                                + DurationText.show(limit)))));
  }

  static Standards build(SectionValues values) {
    SectionValues serviceLevel = values.get(SERVICE_LEVEL);
    return new Standards(
        new ServiceLevelStandard(
            serviceLevel.get(PERCENT),
            serviceLevel.get(THRESHOLD),
            serviceLevel.get(SHORT_ABANDON)),
        values.get(CURRENCY),
        new ReconciliationStandard(values.section(RECONCILIATION).get(TOLERANCE)));
  }
}
