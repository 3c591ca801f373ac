package com.spokefleet.benchmark.cost;

import com.spokefleet.benchmark.Report;
import com.spokefleet.benchmark.Sizes;
import java.io.IOException;
import java.nio.file.Path;

/** Counts, at the fake org, what steady ticks of five minutes cost; the same on every machine. */
public final class ApiCost {
  private static final int ROWS_PER_REQUEST = 100;

  private final Path folder;
  private final Sizes sizes;

  public ApiCost(Path folder, Sizes sizes) {
    this.folder = folder;
    this.sizes = sizes;
  }

  /** Fails when a tick asks more often than ⌈(new + overlap rows) / 100⌉ + 1 times. */
  public void measure(Report report) throws IOException {
    report.heading("API cost");
    report.table(
        "conversations a day",
        "rows per tick, new + overlap",
        "details requests per tick, mean",
        "highest",
        "allowed for that tick",
        "requests an hour, all datasets",
        "share of 300 a minute");
    for (int conversationsPerDay : sizes.conversationsPerDay()) {
      report.progress("API cost at " + conversationsPerDay + " conversations a day");
      try (SteadyOrg org =
          SteadyOrg.start(folder.resolve("day-of-" + conversationsPerDay), conversationsPerDay)) {
        measure(org, conversationsPerDay, report);
      }
    }
  }

  private void measure(SteadyOrg org, int conversationsPerDay, Report report) throws IOException {
    TickCost costliest = new TickCost(0, 0);
    long requests = 0;
    long rows = 0;
    for (int tick = 0; tick < sizes.ticks(); tick++) {
      TickCost cost = org.detailsTick();
      require(cost, conversationsPerDay);
      requests += cost.requests();
      rows += cost.rows();
      costliest = cost.requests() > costliest.requests() ? cost : costliest;
    }
    long perHour = org.requestsOfAnHour();
    report.row(
        Report.number(conversationsPerDay, 0),
        Report.number((double) rows / sizes.ticks(), 0),
        Report.number((double) requests / sizes.ticks(), 1),
        Long.toString(costliest.requests()),
        Long.toString(allowed(costliest.rows())),
        Long.toString(perHour),
        Report.number(100.0 * perHour / (60.0 * SteadyOrg.REQUESTS_PER_MINUTE), 2) + " %");
  }

  private static void require(TickCost cost, int conversationsPerDay) {
    if (cost.requests() > allowed(cost.rows())) {
      throw new IllegalStateException(
          "Cannot keep the promised API cost at %d conversations a day: a tick of %d rows asked %d times, not %d"
              .formatted(conversationsPerDay, cost.rows(), cost.requests(), allowed(cost.rows())));
    }
  }

  private static long allowed(long rows) {
    return Math.ceilDiv(rows, ROWS_PER_REQUEST) + 1;
  }
}
