package com.spokefleet.ingest;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.ingest.conversation.HistoryCost;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Asks one org what a stretch of its history will cost; takes the environment of the ingestion
 * function.
 */
public final class HistoryEstimator {
  private final IngestWiring wiring;

  public HistoryEstimator(
      Map<String, String> environment, Clock clock, Sleeper sleeper, PrintStream log) {
    this.wiring = new IngestWiring(environment, clock, sleeper, log);
  }

  /** Both days included; empty for a metrics-only org, which has no details to read. */
  public Optional<HistoryCost> estimate(LocalDate from, LocalDate to, Deadline deadline) {
    return wiring.historyEstimate().map(estimate -> estimate.of(from, to, deadline));
  }
}
