package com.spokefleet.cli.demo;

import com.spokefleet.cli.LocalLake;
import com.spokefleet.cli.ingest.IngestResult;
import com.spokefleet.cli.ingest.IngestResult.DatasetResult;
import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.tables.ConversationsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The demo's tables: what was read, and what proves it. */
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
                "Conversations landed",
                "Quarantined",
                "Configuration objects"));
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
                  ? "configuration only"
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

  /** What proves that nothing is missing: the lake's count beside the API's own. */
  static List<String> proofs(List<DemoOrg> orgs, LocalLake lake) {
    TextTable table =
        new TextTable(
            1,
            1,
            List.of(
                "Org",
                "Days",
                "In the lake",
                "In quarantine",
                "API counts",
                "Missing",
                "Still open",
                "Status"));
    for (DemoOrg org : orgs) {
      List<PartitionProof> days =
          lake.proofs().read(org.orgId()).stream()
              .filter(proof -> proof.tableName().equals(ConversationsTable.TABLE.name()))
              .toList();
      table.row(
          days.isEmpty()
              ? nothingToProve(org)
              : proven(org, days, lake.quarantine().count(org.orgId(), DETAILS)));
    }
    return table.lines();
  }

  private static List<String> nothingToProve(DemoOrg org) {
    List<String> cells = new ArrayList<>(List.of(org.name()));
    while (cells.size() < 7) {
      cells.add(Format.UNKNOWN);
    }
    cells.add(org.isMetricsOnly() ? "configuration only" : "nothing read");
    return cells;
  }

  private static List<String> proven(DemoOrg org, List<PartitionProof> days, long quarantined) {
    long landed = days.stream().mapToLong(PartitionProof::units).sum();
    long counted = days.stream().mapToLong(day -> orZero(day.queryTotalHits())).sum();
    boolean settled = days.stream().allMatch(day -> day.status() == ProofStatus.SETTLED);
    return List.of(
        org.name(),
        Format.count(days.size()),
        Format.count(landed),
        Format.count(quarantined),
        Format.count(counted),
        Format.count(counted - landed - quarantined),
        Format.count(days.stream().mapToLong(day -> orZero(day.queryOpen())).sum()),
        settled ? "settled" : "provisional");
  }

  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }

  static Optional<DatasetResult> dataset(IngestResult result, String name) {
    return result.datasets().stream().filter(found -> found.dataset().equals(name)).findFirst();
  }
}
