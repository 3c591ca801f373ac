package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.audit.TrueAudit;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.FakeOrgSettings;
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

/** P6 for audits: names, addresses and values stay out unless allowed; of some orgs, everything. */
class AuditPrivacyTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");

  @TempDir Path folder;

  @Test
  void withNothingAllowedNobodyIsFoundOutsideQuarantine() {
    try (SmallFleet fleet = fleet("residency: full", "")) {
      run(fleet);

      LakeScan scan = new LakeScan(fleet);
      assertThat(scan.tables()).contains("audits");
      assertThat(scan.findings(personal(fleet))).isEmpty();
      assertThat(scan.isInQuarantine(fleet.org("emea").ledger().piiMarkers().word()))
          .as("the control: poison audits do hold them")
          .isTrue();
    }
  }

  /**
   * Also the control of the scan: what is allowed, it finds. Each field alone: see AuditRowsTest.
   */
  @Test
  void anAllowedFieldAppearsAndNoOther() {
    try (SmallFleet fleet = fleet("residency: full", "allow: [auditEntityName]")) {
      run(fleet);
      assertThat(new LakeScan(fleet).findings(personal(fleet)))
          .filteredOn(finding -> !finding.startsWith("bytes of "))
          .containsExactly("audits.entity_name");
    }
  }

  @Test
  void ofAMetricsOnlyOrgNotEvenIdsOfUsersLeaveNorAnythingRaw() {
    try (SmallFleet fleet = fleet("residency: metrics-only", "")) {
      run(fleet);

      Set<String> texts = new TreeSet<>(personal(fleet));
      for (TrueAudit audit : fleet.org("emea").audits().truth(NOW).subList(0, 30)) {
        if (!audit.userId().isEmpty()) {
          texts.add(audit.userId());
        }
        if (audit.entityType().startsWith("Auth") || audit.entityType().startsWith("UserP")) {
          texts.add(audit.entityId());
        }
      }
      LakeScan scan = new LakeScan(fleet);
      assertThat(scan.findings(new ArrayList<>(texts))).isEmpty();
      for (String text : texts) {
        assertThat(scan.isInQuarantine(text)).as(text).isFalse();
      }
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(lake.number("select count(*) from {audits} where n_property_changes > 0"))
            .as("what was done, and how much of it, is still told")
            .isPositive();
        assertThat(lake.number("select count(entity_id) from {audits}")).isPositive();
        assertThat(
                lake.number(
                    "select max(quarantined) from {partition_proofs} where table_name ="
                        + " 'audits'"))
            .isZero();
      }
      assertThat(LoggedMetrics.of(fleet.log()).sum("quarantined")).isPositive();
    }
  }

  private static List<String> personal(SmallFleet fleet) {
    Set<String> texts = new TreeSet<>(fleet.org("emea").ledger().piiMarkers().all());
    fleet.org("emea").audits().truth(NOW).stream()
        .limit(4)
        .forEach(audit -> texts.addAll(audit.remoteIps()));
    return new ArrayList<>(texts);
  }

  private static void run(SmallFleet fleet) {
    fleet.org("emea").audits().generated().poisonEvery(10);
    for (int tick = 0; tick < 3; tick++) {
      if (tick == 1) {
        fleet.org("emea").removePermission(Endpoint.QUEUES);
      }
      fleet.tick("emea");
      fleet.clock().advance(Duration.ofMinutes(30));
    }
  }

  private SmallFleet fleet(String residency, String privacy) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 31, Instant.parse("2026-11-17T00:00:00Z"))
            .conversationsPerDay(0)
            .queues(3)
            .users(5)
            .build();
    String more = "    " + residency + "\n    schedule: {historyDays: 2}\n    polls: [audits]\n";
    return new SmallFleet(
        folder,
        new VirtualClock(NOW),
        List.of(org),
        Map.of("emea", privacy.isEmpty() ? more : more + "    privacy: {" + privacy + "}\n"));
  }
}
