package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.ingest.audit.AuditReconciliation;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.audit.AuditFault;
import com.spokefleet.testing.audit.TrueAudit;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits by query: whole, once, whatever happens to queries, pages and files on the way. */
class AuditsTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final Instant HISTORY = Instant.parse("2026-11-16T00:00:00Z");
  private static final String AUDITS = "{\"datasets\": [\"audits\"]}";
  private static final String POLLED =
      "    residency: full\n    schedule: {historyDays: 3}\n    polls: [audits]\n";

  @TempDir Path folder;

  @Test
  void everyAuditLandsOnceWithWhatTheLedgerSaysOfIt() {
    try (SmallFleet fleet = fleet(folder, POLLED)) {
      ticks(fleet, 10, Duration.ofMinutes(31));

      assertLakeEqualsLedger(fleet, fleet.clock().instant().minus(Duration.ofHours(3)));
      assertChangesAndContext(fleet);
    }
  }

  /** The control: there were such, and a query that began where the last one ended misses them. */
  @Test
  void anAuditThatComesLateIsFoundByTheOverlap() {
    try (SmallFleet fleet = fleet(folder, POLLED)) {
      fleet.org("emea").audits().generated().perDay(1_500);
      ticks(fleet, 2);
      Set<String> landed = ids(fleet);
      Instant readUpTo = fleet.clock().instant().minus(Duration.ofMinutes(15));
      ticks(fleet, 3, Duration.ofHours(1));

      Set<String> late =
          fleet.org("emea").audits().truth(fleet.clock().instant()).stream()
              .filter(audit -> audit.at().isBefore(readUpTo) && !landed.contains(audit.id()))
              .map(TrueAudit::id)
              .collect(Collectors.toSet());
      assertThat(late).as("came after the first query").isNotEmpty();
      assertThat(ids(fleet)).containsAll(late);
    }
  }

  @Test
  void queriesPagesAndFilesThatFailCostNothing() {
    try (SmallFleet fleet = fleet(folder, POLLED)) {
      FakeOrg org = fleet.org("emea");
      org.audits().generated().perDay(1_800);
      org.audits().redirectFrom(300);
      Set<AuditFault> faults = Set.of(AuditFault.values());
      faults.forEach(fault -> org.audits().plan(fault, 2));
      org.audits().plan(AuditFault.NEVER_ENDING, 1);
      org.faults(
          FaultPlan.scripted(
              new FaultRule(Endpoint.AUDIT_RESULTS, 2, 2, FaultKind.TRUNCATED_JSON),
              new FaultRule(Endpoint.AUDIT_RESULTS, 4, 4, FaultKind.NUL_BYTES),
              new FaultRule(Endpoint.AUDIT_STATUS, 3, 4, FaultKind.SERVICE_UNAVAILABLE),
              new FaultRule(Endpoint.AUDIT_QUERY, 2, 2, FaultKind.CONNECTION_RESET),
              new FaultRule(Endpoint.AUDIT_SERVICE_MAPPING, 2, 3, FaultKind.TOO_MANY_REQUESTS)));
      // Past the patience with the query that never ends.
      ticks(fleet, 8);
      org.audits().redirectFrom(Integer.MAX_VALUE);
      fleet.clock().advance(Duration.ofHours(7));
      ticks(fleet, 8, Duration.ofMinutes(31));

      for (AuditFault fault : faults) {
        assertThat(org.audits().happened(fault)).as(fault.name()).isPositive();
      }
      assertThat(org.audits().downloads()).isPositive();
      assertThat(org.audits().tokenSentToDownloads()).isFalse();
      assertLakeEqualsLedger(fleet, fleet.clock().instant().minus(Duration.ofHours(3)));
    }
  }

  @Test
  void aServiceWhoseQueriesAlwaysFailIsAskedEverLessOftenAndNeverInSilence() {
    try (SmallFleet fleet = fleet(folder, POLLED)) {
      FakeOrg org = fleet.org("emea");
      org.audits().plan(AuditFault.FAILED, 1_000_000);
      ticks(fleet, 12);
      long firstHour = org.ledger().served().requests(Endpoint.AUDIT_QUERY);
      JsonNode report = ofAudits(fleet.invoke("emea", AUDITS));
      ticks(fleet, 12, Duration.ofMinutes(15));
      long later = org.ledger().served().requests(Endpoint.AUDIT_QUERY) - firstHour;

      assertThat(firstHour).as("three attempts for each of six services").isEqualTo(18);
      assertThat(later).as("the pause doubles").isLessThanOrEqualTo(18);
      assertThat(report.path("status").asText()).isEqualTo("failed");
      assertThat(LoggedMetrics.of(fleet.log()).sum("audit_queries_failed")).isGreaterThan(17);
      assertThat(fleet.log()).contains("failed 3 times in a row, next attempt after");
    }
  }

  @Test
  void theSameBytesLandWhetherPagesOrFilesBringThem(@TempDir Path other) throws IOException {
    try (SmallFleet pages = fleet(folder, POLLED);
        SmallFleet files = fleet(other, POLLED)) {
      pages.org("emea").audits().generated().perDay(200);
      files.org("emea").audits().generated().perDay(200);
      files.org("emea").audits().redirectFrom(1);
      ticks(pages, 2);
      ticks(files, 2);
      // Read all over again: what a run that lost its state does.
      Files.walk(folder.resolve("checkpoints"))
          .filter(path -> path.toString().contains("audits"))
          .filter(Files::isRegularFile)
          .forEach(path -> path.toFile().delete());
      Map<String, byte[]> before = objects(pages);
      pages.coldStart("emea");
      ticks(pages, 2);

      assertThat(files.org("emea").audits().downloads()).isPositive();
      assertThat(before).isNotEmpty();
      for (Map.Entry<String, byte[]> object : objects(files).entrySet()) {
        assertThat(before.get(object.getKey())).as(object.getKey()).isEqualTo(object.getValue());
      }
      // The last day has grown by some minutes meanwhile.
      before.keySet().removeIf(key -> key.contains("day=2026-11-18"));
      for (String key : before.keySet()) {
        assertThat(objects(pages).get(key)).as(key).isEqualTo(before.get(key));
      }
    }
  }

  @Test
  void streamAndLakeAreReconciledByTheId() {
    try (SmallFleet fleet = fleet(folder, POLLED)) {
      ticks(fleet, 7, Duration.ofMinutes(31));
      Instant to = fleet.clock().instant().minus(Duration.ofHours(3));
      Set<String> stream =
          fleet.org("emea").audits().truth(fleet.clock().instant()).stream()
              .filter(audit -> audit.at().isBefore(to))
              .map(TrueAudit::id)
              .collect(Collectors.toCollection(TreeSet::new));
      String dropped = stream.iterator().next();
      stream.remove(dropped);
      stream.add("an-event-of-no-audit");

      AuditReconciliation.Difference difference =
          new AuditReconciliation(
                  new LakeReader(
                      new FolderObjectStore(fleet.lake()), fleet.folder().resolve("scratch")))
              .compare(fleet.org("emea").orgId(), HISTORY, to, stream);

      assertThat(difference.isNone()).isFalse();
      assertThat(difference.onlyInStream()).containsExactly("an-event-of-no-audit");
      assertThat(difference.onlyInLake()).containsExactly(dropped);
      assertThat(difference.both()).isEqualTo(stream.size() - 1L);
    }
  }

  @Test
  void everyDayUpToTheWatermarkIsProvenAndNothingIsAskedWhereNotPolled() {
    try (SmallFleet fleet = fleet(folder, POLLED)) {
      fleet.org("emea").audits().generated().perDay(0);
      ticks(fleet, 3);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.texts(
                    "select day from {partition_proofs} where table_name = 'audits' and rows = 0"))
            .containsExactly("2026-11-15", "2026-11-16", "2026-11-17", "2026-11-18");
      }
      fleet.rewriteFleet(yaml -> yaml.replace("polls: [audits]", "polls: []"));
      long asked = fleet.org("emea").ledger().served().requests(Endpoint.AUDIT_QUERY);
      fleet.clock().advance(Duration.ofHours(2));
      fleet.tick("emea");
      assertThat(fleet.org("emea").ledger().served().requests(Endpoint.AUDIT_QUERY))
          .isEqualTo(asked);
    }
  }

  private static void assertLakeEqualsLedger(SmallFleet fleet, Instant before) {
    Map<String, String> expected = new TreeMap<>();
    for (TrueAudit audit : fleet.org("emea").audits().truth(fleet.clock().instant())) {
      if (audit.at().isBefore(before)) {
        expected.put(
            audit.id(),
            String.join(
                "|",
                audit.at().toString(),
                audit.service(),
                audit.action(),
                audit.entityType(),
                audit.entityId(),
                audit.userId(),
                audit.clientId(),
                audit.level(),
                audit.status(),
                Integer.toString(audit.changes().size())));
      }
    }
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      Map<String, String> actual = new TreeMap<>();
      for (List<Object> row :
          lake.query(
              "select audit_id, strftime(event_time::timestamp, '%Y-%m-%dT%H:%M:%SZ') || '|' ||"
                  + " service_name || '|' || action || '|' || entity_type || '|' || entity_id ||"
                  + " '|' || coalesce(user_id, '') || '|' || coalesce(client_id, '') || '|' ||"
                  + " level || '|' || status || '|' || n_property_changes from {audits} where"
                  + " event_time < '"
                  + before
                  + "'")) {
        assertThat(actual.put((String) row.get(0), (String) row.get(1))).as("once").isNull();
      }
      assertThat(expected).isNotEmpty();
      assertThat(actual).isEqualTo(expected);
    }
  }

  /** Property names are kept, their values are not; of the context only what tells of no person. */
  private static void assertChangesAndContext(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      assertThat(lake.texts("select distinct property_changes from {audits}"))
          .contains("[{\"property\":\"name\"}]")
          .allSatisfy(
              text ->
                  assertThat(text.equals("null") || new ObjectMapper().readTree(text).isArray())
                      .isTrue());
      assertThat(lake.texts("select distinct context from {audits} where context is not null"))
          .hasSize(1)
          .allMatch(text -> text.startsWith("{\"divisionId\":"));
    }
  }

  private static JsonNode ofAudits(JsonNode report) {
    for (JsonNode dataset : report.path("datasets")) {
      if (dataset.path("dataset").asText().equals("audits")) {
        return dataset;
      }
    }
    throw new AssertionError(report.toPrettyString());
  }

  private static Set<String> ids(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.texts("select audit_id from {audits}");
    }
  }

  private static Map<String, byte[]> objects(SmallFleet fleet) throws IOException {
    Map<String, byte[]> objects = new TreeMap<>();
    try (var files = Files.walk(fleet.lake().resolve("audits"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".parquet")) {
          objects.put(fleet.lake().relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return objects;
  }

  private static void ticks(SmallFleet fleet, int count) {
    ticks(fleet, count, Duration.ofMinutes(5));
  }

  private static void ticks(SmallFleet fleet, int count, Duration step) {
    for (int tick = 0; tick < count; tick++) {
      fleet.clock().advance(step);
      if (tick % 2 == 0) {
        fleet.coldStart("emea");
      }
      fleet.invoke("emea", AUDITS);
    }
  }

  private static SmallFleet fleet(Path folder, String moreOfSpoke) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 21, HISTORY)
            .conversationsPerDay(0)
            .queues(4)
            .users(8)
            .build();
    return new SmallFleet(folder, new VirtualClock(NOW), List.of(org), Map.of("emea", moreOfSpoke));
  }
}
