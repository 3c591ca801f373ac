package com.spokefleet.cli.demo;

import com.spokefleet.cli.ingest.IngestResult;
import com.spokefleet.cli.kpi.KpiReport;
import com.spokefleet.cli.kpi.KpiTable;
import com.spokefleet.cli.terminal.Format;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** The table that goes on after the report: redrawn for a person, a line per tick for a log. */
final class DemoBoard {
  private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean interactive;

  DemoBoard(PrintStream out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  void time(Instant now, Instant next) {
    if (interactive) {
      out.print(CLEAR_LINE + "Orgs' time " + now + ", next tick " + next + " (Ctrl-C ends)");
      out.flush();
    }
  }

  void show(List<OrgRun> runs, KpiReport report) {
    if (interactive) {
      out.print(CLEAR_SCREEN);
      new KpiTable(report).lines().forEach(out::println);
      out.println();
    }
    for (OrgRun run : runs) {
      out.println(report.madeAt() + "  " + run.org().name() + ": " + tick(run));
    }
  }

  private static String tick(OrgRun run) {
    if (!run.problem().isEmpty()) {
      return run.problem();
    }
    IngestResult result = run.result().orElseThrow();
    String requests =
        Format.count(result.requests()) + (result.requests() == 1 ? " request" : " requests");
    return DemoReport.dataset(result, "conversation-details")
        .map(
            details ->
                requests
                    + ", "
                    + Format.count(details.fetched())
                    + " records read, "
                    + Format.count(details.partitionsChanged())
                    + " objects changed")
        .orElse(requests);
  }
}
