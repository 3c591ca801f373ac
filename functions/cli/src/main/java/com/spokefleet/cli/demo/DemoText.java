package com.spokefleet.cli.demo;

import com.spokefleet.cli.demo.stream.StreamReport;
import com.spokefleet.cli.demo.stream.StreamText;
import com.spokefleet.cli.kpi.KpiReport;
import com.spokefleet.cli.kpi.KpiTable;
import com.spokefleet.cli.kpi.OrgServiceLevels;
import com.spokefleet.cli.kpi.RevenueReport;
import com.spokefleet.cli.kpi.RevenueText;
import com.spokefleet.cli.kpi.ServiceLevelTable;
import com.spokefleet.cli.proof.ProofReport;
import com.spokefleet.cli.proof.ProofText;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import com.spokefleet.testing.faults.FaultKind;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the demo says, section by section. */
final class DemoText {
  private static final Set<String> COUNTED =
      Set.of(
          ConversationsTable.TABLE.name(),
          InteractionsTable.TABLE.name(),
          QueueIntervalsTable.TABLE.name());

  private final DemoSettings settings;
  private final PrintStream out;

  DemoText(DemoSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  void opening(List<DemoSpoke> spokes) {
    out.printf(
        Locale.ROOT,
        "%d orgs, %d days, %,d conversations a day each, seed %d, as of %s%n",
        spokes.size(),
        settings.days(),
        settings.conversationsPerDay(),
        settings.seed(),
        settings.asOf());
    for (DemoSpoke spoke : spokes) {
      out.println(
          "  %s  %s, %s, %s%s"
              .formatted(
                  spoke.org().name(),
                  spoke.org().region(),
                  spoke.org().timeZone(),
                  spoke.endpoint(),
                  spoke.org().isMetricsOnly() ? "  metrics-only: no person's record" : ""));
    }
    heading("Reading all orgs at the same time");
  }

  void readings(List<OrgRun> history, List<OrgRun> tick) {
    heading("What was read: the history, then one steady tick");
    DemoReport.readings(history).forEach(out::println);
    out.println();
    DemoReport.readings(tick).forEach(out::println);
  }

  /** What struck on purpose, and where the records are that no reader could accept. */
  void faults(List<DemoSpoke> spokes) {
    for (DemoSpoke spoke : spokes) {
      Map<FaultKind, Long> faults = spoke.server().ledger().faultsHappened();
      if (!faults.isEmpty()) {
        heading("What went wrong in " + spoke.org().name() + ", on purpose");
        faults.forEach(
            (kind, count) -> out.printf(Locale.ROOT, "  %,6d × %s%n", count, name(kind)));
        out.println(
            "Nothing was lost: calls were repeated, odd records landed, and poison records are kept"
                + " whole in");
        out.println("  " + settings.lake().resolve("quarantine/org_id=" + spoke.org().orgId()));
      }
    }
  }

  /** Of the tables that others count as well, each day; every object was verified. */
  void proofs(ProofReport report) {
    heading("What proves it: the lake's counts beside those of query, job and aggregates");
    new ProofText(report.only(COUNTED), false).lines().forEach(out::println);
  }

  void kpis(KpiReport report) {
    heading("Executive figures, start days " + report.from() + " to " + report.to() + " (UTC)");
    KpiTable.ofFigures(report).lines().forEach(out::println);
  }

  void serviceLevels(List<OrgServiceLevels> levels) {
    heading("Service level: by each org's own rules, and by the fleet's one rule for all");
    new ServiceLevelTable(levels).lines().forEach(out::println);
  }

  void revenue(RevenueReport report) {
    List<String> lines = new RevenueText(report).lines();
    if (!lines.isEmpty()) {
      out.println();
      lines.forEach(out::println);
    }
  }

  void comparison(LedgerComparison comparison) {
    out.println();
    if (comparison.differences().isEmpty()) {
      out.println(
          "✓ The lake equals the ledger: all %d figures the orgs know to be true were found in it."
              .formatted(comparison.compared()));
      return;
    }
    out.println("✗ The lake differs from the ledger:");
    comparison.differences().forEach(difference -> out.println("    " + difference));
  }

  /** The other half of the fleet: what the SIEMs have, and a question they answer. */
  void stream(StreamReport report) {
    StreamText text = new StreamText(report);
    heading(
        "The event stream: a day's audits and all else of the last hour, from event bus to SIEM");
    text.account().forEach(out::println);
    heading(
        "An analyst asks Splunk: who viewed or created OAuth clients, in which org, from where?");
    text.question().forEach(out::println);
    heading("What the SOC is told of that day, without asking");
    text.alerts().forEach(out::println);
  }

  void whereTo() {
    heading("Where it lies, and how to ask it");
    out.println("  " + settings.fleetFile() + "  the fleet");
    out.println("  " + settings.lake() + "  the lake");
    out.println("  " + settings.folder().resolve("event-backup") + "  what no SIEM took");
    out.println("  " + settings.folder().resolve("logs") + "  the functions' logs and metrics");
    out.println();
    out.println("  ./fleet kpi --lake '" + settings.lake() + "' --by queue");
    out.println("  ./fleet proof --lake '" + settings.lake() + "' --verify");
    out.println();
    out.println("  duckdb -c \"");
    out.print(query(settings.lake()).indent(4));
    out.println("  \"");
    out.println();
    out.println(
        """
        On AWS the same folders are the partitions of tables in Glue: Athena answers the same SQL, and
        Tableau reads them through its Athena connector or as an extract.\
        """);
  }

  /** An example of SQL over the lake's files, for DuckDB. */
  static String query(Path lake) {
    return """
    SELECT o.spoke_name, i.day, sum(i.n_offered) AS offered, sum(i.n_answered) AS answered,
           sum(i.n_abandoned) AS abandoned
    FROM read_parquet('%1$s/interactions/*/*/part.parquet') i
    JOIN read_parquet('%1$s/dim_org/*/part.parquet') o USING (org_id)
    GROUP BY ALL ORDER BY ALL\
    """
        .formatted(lake.toString().replace("'", "''"));
  }

  private void heading(String text) {
    out.println();
    out.println(text);
    out.println();
  }

  private static String name(FaultKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
