package com.spokefleet.cli.kpi;

import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.AgentRoutingStatusTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums the time of agents per org within a window of UTC days. A status belongs to the days it
 * lasted, not to the one it started on: it is clipped at the window's bounds, and one that still
 * lasts counts up to when it was last read.
 */
public final class OccupancyReader {
  private final LakeReader lake;
  private final ProofStore proofs;

  public OccupancyReader(LakeReader lake, ProofStore proofs) {
    this.lake = lake;
    this.proofs = proofs;
  }

  /** By org id; an org without statuses in the lake is not among them, for it is unknown. */
  public SortedMap<String, OccupancyTotals> read(LocalDate from, LocalDate to) {
    Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    SortedMap<String, OccupancyTotals> totals = new TreeMap<>();
    Map<String, Instant> readUpTo = new TreeMap<>();
    for (Partition partition : lake.partitions(AgentRoutingStatusTable.TABLE)) {
      String org = partition.orgId();
      Instant known = readUpTo.computeIfAbsent(org, this::readUpTo);
      totals.putIfAbsent(org, OccupancyTotals.NOTHING);
      if (partition.day().filter(day -> day.isAfter(to)).isPresent()) {
        continue;
      }
      lake.forEach(
          AgentRoutingStatusTable.TABLE,
          partition,
          row -> totals.merge(org, within(row, start, end, known), OccupancyTotals::plus));
    }
    return totals;
  }

  private static OccupancyTotals within(Row row, Instant from, Instant to, Instant known) {
    Object status = row.get(AgentRoutingStatusTable.TABLE, "routing_status");
    Object started = row.get(AgentRoutingStatusTable.TABLE, "start_time");
    Object ended = row.get(AgentRoutingStatusTable.TABLE, "end_time");
    Instant start = later(started instanceof Instant instant ? instant : to, from);
    Instant end = earlier(ended instanceof Instant instant ? instant : known, to);
    return status instanceof String text && start.isBefore(end)
        ? OccupancyTotals.NOTHING.plus(text, Duration.between(start, end).toMillis())
        : OccupancyTotals.NOTHING;
  }

  /** Up to when the org's statuses were last read. */
  private Instant readUpTo(String orgId) {
    Optional<Instant> latest =
        proofs.read(orgId).stream()
            .filter(proof -> proof.tableName().equals(AgentRoutingStatusTable.TABLE.name()))
            .map(PartitionProof::readUpTo)
            .max(Comparator.naturalOrder());
    return latest.orElse(Instant.MIN);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
