package com.spokefleet.ingest.audit;

import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.AuditsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the audits that the event stream brought with those in the lake, by the id both carry.
 * Reads the lake, asks nobody.
 */
public final class AuditReconciliation {
  private final LakeReader lake;

  public AuditReconciliation(LakeReader lake) {
    this.lake = lake;
  }

  /**
   * Which audits only one side has.
   *
   * @param both on either side
   * @param onlyInStream events whose audit the lake does not hold (yet): wait for the next query
   * @param onlyInLake audits whose event never came, or was dropped on purpose
   */
  public record Difference(long both, Set<String> onlyInStream, Set<String> onlyInLake) {
    public boolean isNone() {
      return onlyInStream.isEmpty() && onlyInLake.isEmpty();
    }
  }

  /** Over one org and the audits of {@code [from, to)}; the ids are those of that range. */
  public Difference compare(String orgId, Instant from, Instant to, Set<String> idsOfStream) {
    Set<String> idsOfLake = new TreeSet<>();
    LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
    for (LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      lake.forEach(
          AuditsTable.TABLE,
          Partition.daily(AuditsTable.TABLE.name(), orgId, day),
          row -> {
            if (isWithin(row, from, to)) {
              idsOfLake.add(row.text(AuditsTable.TABLE.indexOf("audit_id")));
            }
          });
    }
    Set<String> onlyInStream = new TreeSet<>(idsOfStream);
    onlyInStream.removeAll(idsOfLake);
    long both = idsOfStream.size() - onlyInStream.size();
    idsOfLake.removeAll(idsOfStream);
    return new Difference(both, onlyInStream, idsOfLake);
  }

  private static boolean isWithin(Row row, Instant from, Instant to) {
    return row.get(AuditsTable.TABLE, "event_time") instanceof Instant time
        && !time.isBefore(from)
        && time.isBefore(to);
  }
}
