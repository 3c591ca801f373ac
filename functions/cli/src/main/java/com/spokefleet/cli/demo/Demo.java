package com.spokefleet.cli.demo;

import com.spokefleet.cli.LocalLake;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.demo.stream.StreamReport;
import com.spokefleet.cli.ingest.IngestRequest;
import com.spokefleet.cli.kpi.Grouping;
import com.spokefleet.cli.kpi.KpiReport;
import com.spokefleet.cli.kpi.OrgKpis;
import com.spokefleet.cli.kpi.OrgServiceLevels;
import com.spokefleet.cli.kpi.Window;
import com.spokefleet.cli.proof.ExpectedTables;
import com.spokefleet.cli.proof.ProofReport;
import com.spokefleet.cli.terminal.LiveLines;
import com.spokefleet.config.FleetParser;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.tables.ConversationsTable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The demo's course: read the history, settle what is old enough, tick once more, report and
 * compare; then let the orgs' clock run on.
 */
final class Demo implements AutoCloseable {
  static final Duration THRESHOLD = Duration.ofSeconds(30);

  private static final int MOST_THREADS = 8;
  private static final int MOST_TICKS = 10;
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST_SETTLING_TICKS = 12;

  /** Days after a start day at which a job re-reads it whole. */
  private static final int SETTLING_DAYS = 3;

  private static final String AGGREGATES = "conversation-aggregates";
  private static final List<String> EVERYTHING_READ_OFTEN =
      List.of("conversation-details", "conversation-counts", AGGREGATES, "reconciliation");

  private final DemoSettings settings;
  private final Wiring wiring;
  private final PrintStream out;
  private final DemoFleet fleet;
  private final ExecutorService threads;
  private final DemoRounds rounds;

  private Demo(DemoSettings settings, Wiring wiring, DemoFleet fleet) {
    this.settings = settings;
    this.wiring = wiring;
    this.out = wiring.out();
    this.fleet = fleet;
    this.threads = Executors.newFixedThreadPool(Math.min(settings.orgs(), MOST_THREADS));
    this.rounds = new DemoRounds(fleet.functions(), threads);
  }

  static Demo start(DemoSettings settings, Wiring wiring) throws IOException {
    return new Demo(settings, wiring, DemoFleet.start(settings, wiring));
  }

  /** False when the lake and the ledger differ, or an org could not be read. */
  boolean readAndReport() throws IOException, InterruptedException {
    DemoText text = new DemoText(settings, out);
    text.opening(fleet.spokes());
    List<OrgRun> history = readHistory();
    settle();
    List<OrgRun> tick = tickUntilStill();
    text.readings(history, tick);
    text.faults(fleet.spokes());
    ProofReport proofs = proofs();
    text.proofs(proofs);
    KpiReport report = report(Grouping.ORG);
    text.kpis(report);
    List<OrgServiceLevels> levels = lake().serviceLevels().read(Window.EVERYTHING);
    text.serviceLevels(levels);
    text.revenue(lake().revenue().read(Window.EVERYTHING));
    LedgerComparison comparison = compare(report, levels);
    text.comparison(comparison);
    StreamReport stream = stream();
    text.stream(stream);
    text.whereTo();
    return stream.problems().isEmpty()
        && comparison.differences().isEmpty()
        && proofs.isSound()
        && history.stream().allMatch(OrgRun::isComplete)
        && tick.stream().allMatch(OrgRun::isComplete);
  }

  private List<OrgRun> readHistory() throws InterruptedException {
    LiveLines lines = new LiveLines(out, wiring.interactive());
    try (DemoProgress progress = DemoProgress.watch(fleet.spokes(), lines)) {
      return rounds.run(org -> IngestRequest.whatIsDue(), progress::finished);
    }
  }

  /**
   * Ticks until every day is settled that can be by now. Jobs are submitted in one tick and read in
   * a later one.
   */
  private void settle() throws InterruptedException {
    for (int tick = 0; tick < MOST_SETTLING_TICKS && !isSettled(); tick++) {
      fleet.setClocks(nextTick());
      rounds.run(org -> IngestRequest.whatIsDue(), run -> {});
    }
  }

  private boolean isSettled() {
    LocalDate last = LocalDate.ofInstant(settings.asOf(), ZoneOffset.UTC).minusDays(SETTLING_DAYS);
    return fleet.spokes().stream()
        .filter(spoke -> !spoke.org().isMetricsOnly())
        .flatMap(spoke -> lake().proofs().read(spoke.org().orgId()).stream())
        .filter(proof -> proof.tableName().equals(ConversationsTable.TABLE.name()))
        .filter(proof -> !proof.day().isAfter(last) && proof.units() > 0)
        .allMatch(proof -> proof.status() == ProofStatus.SETTLED);
  }

  /**
   * One more tick of every org, at an instant all share. Waiting moves an org's clock, so the tick
   * is repeated until none had to wait: then the lake stands where the ledger is asked.
   */
  private List<OrgRun> tickUntilStill() throws InterruptedException {
    List<OrgRun> runs = List.of();
    for (int tick = 0; tick < MOST_TICKS; tick++) {
      Instant instant = nextTick();
      fleet.setClocks(instant);
      runs = rounds.run(Demo::readOften, run -> {});
      if (fleet.now().equals(instant)) {
        break;
      }
    }
    return runs;
  }

  /**
   * On the period's grid, and not in the first minutes of a day, which queries do not reach yet.
   */
  private Instant nextTick() {
    Instant next = settings.asOf();
    while (!next.isAfter(fleet.now())
        || LocalTime.ofInstant(next, ZoneOffset.UTC).isBefore(LocalTime.MIDNIGHT.plus(PERIOD))) {
      next = next.plus(PERIOD);
    }
    return next;
  }

  private static IngestRequest readOften(DemoOrg org) {
    return new IngestRequest(
        org.isMetricsOnly() ? List.of(AGGREGATES) : EVERYTHING_READ_OFTEN, Optional.empty());
  }

  /** What the orgs told of the last day goes to the SIEMs. */
  private StreamReport stream() {
    return fleet.stream()
        .run(
            FleetParser.parse(settings.fleetFile()),
            fleet.spokes().stream().map(DemoSpoke::server).toList(),
            settings.asOf());
  }

  private LocalLake lake() {
    return wiring.lake(settings.lake());
  }

  /** Every object is read and held against its proof. */
  private ProofReport proofs() {
    ExpectedTables expected = ExpectedTables.of(FleetParser.parse(settings.fleetFile()));
    return wiring
        .at(Clock.fixed(fleet.now(), ZoneOffset.UTC))
        .lake(settings.lake())
        .proofReports()
        .read(List.of(), Window.EVERYTHING, expected, 0, true);
  }

  private KpiReport report(Grouping grouping) {
    return wiring
        .at(Clock.fixed(fleet.now(), ZoneOffset.UTC))
        .lake(settings.lake())
        .kpis()
        .read(Window.EVERYTHING, THRESHOLD, grouping);
  }

  private LedgerComparison compare(KpiReport report, List<OrgServiceLevels> levels)
      throws IOException {
    Map<String, OrgKpis> kpis = new HashMap<>();
    report.orgs().forEach(org -> kpis.put(org.orgId(), org));
    LedgerComparison comparison = new LedgerComparison(THRESHOLD);
    for (DemoSpoke spoke : fleet.spokes()) {
      OrgKpis org = kpis.get(spoke.org().orgId());
      if (!spoke.org().isMetricsOnly()) {
        comparison.compare(
            spoke,
            org == null ? Optional.empty() : org.total(),
            QuarantinedConversations.count(settings.lake(), spoke.org()));
        comparison.compare(new RevenueComparison(spoke, fleet.bank(), lake()));
      }
      levels.stream()
          .filter(level -> level.orgId().equals(spoke.org().orgId()))
          .forEach(level -> comparison.compare(spoke, level, lake()));
    }
    return comparison;
  }

  /**
   * Ticks every period of the orgs' time, a minute of it per second, until the process is ended.
   */
  void runOn() throws InterruptedException {
    DemoBoard board = new DemoBoard(out, wiring.interactive());
    while (true) {
      Instant next = nextTick();
      while (fleet.now().isBefore(next)) {
        Thread.sleep(Duration.ofSeconds(1));
        fleet.setClocks(fleet.now().plus(MINUTE));
        board.time(fleet.now(), next);
      }
      List<OrgRun> runs = rounds.run(org -> IngestRequest.whatIsDue(), run -> {});
      board.show(runs, report(Grouping.ORG));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    fleet.close();
  }
}
