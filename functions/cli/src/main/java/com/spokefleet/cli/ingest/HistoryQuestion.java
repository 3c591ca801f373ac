package com.spokefleet.cli.ingest;

import com.spokefleet.cli.terminal.Format;
import com.spokefleet.config.Schedule;
import com.spokefleet.ingest.conversation.HistoryCost;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether a run reads so much history that its cost must be told first. */
final class HistoryQuestion {
  /** Going back this far is taken for granted; more is asked for first. */
  static final int FREE_DAYS = 90;

  /** What Genesys allows one token; all that reads the org with the same client shares it. */
  private static final int REQUESTS_PER_MINUTE = 300;

  private final LocalDate today;

  HistoryQuestion(LocalDate today) {
    this.today = today;
  }

  /**
   * The days to be paid for, if they reach back beyond the free ones.
   *
   * @param untouched whether nothing of the org was ever read, so that the first run goes back as
   *     far as its schedule says
   */
  Optional<IngestRequest.Days> beyondFree(
      Optional<IngestRequest.Days> asked, Schedule schedule, boolean untouched) {
    LocalDate free = today.minusDays(FREE_DAYS);
    Optional<IngestRequest.Days> first =
        untouched
            ? Optional.of(new IngestRequest.Days(today.minusDays(schedule.historyDays()), today))
            : Optional.empty();
    return asked.or(() -> first).filter(days -> days.from().isBefore(free));
  }

  static List<String> describe(String org, IngestRequest.Days days, HistoryCost cost) {
    return List.of(
        "Reading %s from %s to %s goes back more than %d days. About:"
            .formatted(org, days.from(), days.to(), FREE_DAYS),
        "  %s conversations".formatted(Format.count(cost.conversations())),
        "  %s requests, %s minutes' worth of the org's rate limit of %d a minute"
            .formatted(
                Format.count(cost.requests()),
                Format.count(Math.ceilDiv(cost.requests(), REQUESTS_PER_MINUTE)),
                REQUESTS_PER_MINUTE),
        "  %s of Parquet".formatted(Format.bytes(cost.lakeBytes())));
  }
}
