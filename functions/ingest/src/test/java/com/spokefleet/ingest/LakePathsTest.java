package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.config.FleetParser;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.tables.Tables;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.rates.FakeExchangeRates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a role is allowed is what its function does: not a key more, not a key less. */
class LakePathsTest {
  private static final Instant START = Instant.parse("2026-11-16T00:00:00Z");
  private static final String FULL =
      """
          residency: full
          schedule: {historyDays: 2}
          polls: [audits, edge-metrics]
          privacy:
            attributes: [orderId]
          revenue:
            feed: {prefix: inbound/amer/revenue/, format: csv}
      """;
  private static final String METRICS_ONLY =
      """
          residency: metrics-only
          schedule: {historyDays: 2}
          polls: [audits, edge-metrics]
      """;

  @TempDir Path folder;

  private final KeyLedger ledger = new KeyLedger();

  @Test
  void anOrgReadInFullTouchesItsPathsAndNoOther() throws IOException {
    LakePaths paths = live(FULL);

    assertThat(folders(ledger.written()))
        .as("every path is needed")
        .containsExactlyInAnyOrderElementsOf(plus(paths.written(), quarantine()));
    assertThat(paths.read()).containsExactly("inbound/amer/revenue/");
    assertThat(ledger.written()).noneMatch(key -> under(paths.read(), key));
    assertReadsOnly(plus(plus(paths.written(), paths.read().getFirst()), quarantine()));
    assertThat(folder.resolve("raw/quarantine")).isDirectory();
    assertThat(folder.resolve("lake/quarantine")).as("nothing raw in the lake").doesNotExist();
  }

  @Test
  void aMetricsOnlyOrgHasFewerPathsAndNoPlaceForRawRecords() throws IOException {
    LakePaths paths = live(METRICS_ONLY);

    assertThat(folders(ledger.written()))
        .containsExactlyInAnyOrderElementsOf(paths.written())
        .noneMatch(key -> key.startsWith("conversations") || key.startsWith("agent_"));
    assertReadsOnly(paths.written());
    assertThat(folder.resolve("raw")).doesNotExist();
    assertThat(LoggedMetrics.of(log).sum("quarantined")).as("counted all the same").isPositive();
  }

  /** A table that is added and forgotten here would be refused on AWS and nowhere else. */
  @Test
  void everyTableIsAmongThePathsOfAnOrgThatHasEverything() {
    new SmallFleet(
            folder,
            new VirtualClock(START),
            List.of(FakeOrgSettings.named("amer", 23, START).build()),
            Map.of("amer", FULL))
        .close();

    assertThat(paths().written().stream().map(path -> path.substring(0, path.indexOf('/'))))
        .containsExactlyInAnyOrderElementsOf(
            Tables.ALL.stream().map(table -> table.name()).toList());
  }

  private String log = "";
  private String orgId = "";

  /** Some runs over the days in which a day of conversations is read, settled and settled again. */
  private LakePaths live(String spoke) throws IOException {
    FakeOrgSettings settings =
        FakeOrgSettings.named("amer", 23, START)
            .conversationsPerDay(60)
            .historyEnd(START.plus(Duration.ofHours(20)))
            .queues(2)
            .users(4)
            .saleCurrencies("EUR")
            .evaluationsAndSurveys(true)
            .build();
    VirtualClock clock = new VirtualClock(START.plus(Duration.ofDays(1)));
    try (FakeExchangeRates rates = FakeExchangeRates.start(7, clock);
        SmallFleet fleet =
            new SmallFleet(folder, clock, List.of(settings), Map.of("amer", spoke))
                .withStores(ledger::around, store -> store)) {
      fleet.rewriteFleet(
          yaml -> yaml + "exchangeRates:\n  source: ecb\n  endpoint: " + rates.ecb() + "\n");
      FakeOrg org = fleet.org("amer");
      orgId = org.orgId();
      org.audits().generated().poisonEvery(10);
      if (spoke.equals(FULL)) {
        fleet.variable(IngestEnvironment.QUARANTINE, "file:" + folder.resolve("raw"));
        feed(fleet.lake(), org.ledger().ended(clock.instant()));
      }
      for (int day : new int[] {0, 1, 3}) {
        clock.advance(Duration.ofDays(day));
        fleet.tick("amer");
        clock.advance(Duration.ofMinutes(10));
        fleet.tick("amer");
      }
      log = fleet.log();
      return paths();
    }
  }

  private LakePaths paths() {
    return LakePaths.of(
        FleetParser.parse(folder.resolve("fleet.yaml")).spoke("amer").orElseThrow());
  }

  private static void feed(Path lake, List<TrueConversation> conversations) throws IOException {
    Path file = lake.resolve("inbound/amer/revenue/day.csv");
    Files.createDirectories(file.getParent());
    StringBuilder lines = new StringBuilder("conversation_id,amount\n");
    conversations.forEach(each -> lines.append(each.id()).append(",1.50\n"));
    Files.writeString(file, lines);
  }

  private void assertReadsOnly(List<String> prefixes) {
    assertThat(ledger.read()).isNotEmpty().allMatch(key -> under(prefixes, key));
  }

  private String quarantine() {
    return Quarantine.prefix(orgId);
  }

  private static boolean under(List<String> prefixes, String key) {
    return prefixes.stream().anyMatch(key::startsWith);
  }

  private static List<String> plus(List<String> prefixes, String more) {
    List<String> all = new ArrayList<>(prefixes);
    all.add(more);
    return all;
  }

  private static Set<String> folders(Set<String> keys) {
    Set<String> folders = new TreeSet<>();
    keys.forEach(key -> folders.add(key.replaceFirst("^([^/]+/[^/]+/).*", "$1")));
    return folders;
  }
}
