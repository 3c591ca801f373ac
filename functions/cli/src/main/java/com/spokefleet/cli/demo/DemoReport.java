package com.spokefleet.cli.demo;

import com.spokefleet.cli.ingest.IngestResult;
import com.spokefleet.cli.ingest.IngestResult.DatasetResult;
import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The demo's tables of what was read. */
final class DemoReport {
  static final String DETAILS = "conversation-details";
  private static final String CONFIGURATION = "configuration";

  private DemoReport() {}

  /** What was fetched and landed per org. */
  static List<String> readings(List<OrgRun> runs) {
    TextTable table =
        new TextTable(
            2,
            0,
            List.of(
                "Org",
                "Status",
                "Requests",
                "Records fetched",
                "Landed",
                "Quarantined",
                "Configuration"));
    for (OrgRun run : runs) {
      if (run.result().isEmpty()) {
        table.row(List.of(run.org().name(), "failed", "–", "–", "–", "–", "–"));
        continue;
      }
      IngestResult result = run.result().get();
      Optional<DatasetResult> details = dataset(result, DETAILS);
      table.row(
          List.of(
              run.org().name(),
              run.org().isMetricsOnly()
                  ? "metrics only"
                  : result.status().name().toLowerCase(Locale.ROOT),
              Format.count(result.requests()),
              details.map(found -> Format.count(found.fetched())).orElse(Format.UNKNOWN),
              details.map(found -> Format.count(found.landed())).orElse(Format.UNKNOWN),
              details.map(found -> Format.count(found.quarantined())).orElse(Format.UNKNOWN),
              dataset(result, CONFIGURATION)
                  .map(found -> Format.count(found.landed()))
                  .orElse(Format.UNKNOWN)));
    }
    return table.lines();
  }

  static Optional<DatasetResult> dataset(IngestResult result, String name) {
    return result.datasets().stream().filter(found -> found.dataset().equals(name)).findFirst();
  }
}
