package com.spokefleet.ingest.reconciliation;

import com.spokefleet.ingest.reconciliation.ReconciliationState.DayTally;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.lake.reconciliation.EmissionTally;
import com.spokefleet.lake.tables.InteractionsTable;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one org's interactions hold by day of emission. An object is read once and then known by its
 * hash; those of recent start days are remembered between runs.
 */
final class EmissionCounts {
  /** How far before a day the conversations may have begun whose events it counts. */
  static final int LONGEST_DAYS = 40;

  private final String orgId;
  private final LakeReader lake;
  private final SortedMap<LocalDate, DayTally> tallies;

  EmissionCounts(String orgId, LakeReader lake, SortedMap<LocalDate, DayTally> remembered) {
    this.orgId = orgId;
    this.lake = lake;
    this.tallies = new TreeMap<>(remembered);
  }

  /**
   * Everything emitted on the day.
   *
   * @param objects hashes of the interactions of all start days that have any
   */
  EmittedCounts on(LocalDate day, SortedMap<LocalDate, String> objects) {
    EmittedCounts sum = EmittedCounts.NOTHING;
    SortedMap<LocalDate, String> near =
        objects.subMap(day.minusDays(LONGEST_DAYS), day.plusDays(1));
    for (var object : near.entrySet()) {
      EmittedCounts counts = tally(object.getKey(), object.getValue()).emitted().get(day);
      sum = counts == null ? sum : sum.plus(counts);
    }
    return sum;
  }

  private DayTally tally(LocalDate startDay, String sha256) {
    DayTally known = tallies.get(startDay);
    if (known != null && known.sha256().equals(sha256)) {
      return known;
    }
    EmissionTally tally = new EmissionTally();
    Partition partition = Partition.daily(InteractionsTable.TABLE.name(), orgId, startDay);
    lake.forEach(InteractionsTable.TABLE, partition, tally::add);
    DayTally counted = new DayTally(sha256, tally.days());
    tallies.put(startDay, counted);
    return counted;
  }

  /** The tallies of start days from that one on, to be remembered. */
  SortedMap<LocalDate, DayTally> since(LocalDate first) {
    return new TreeMap<>(tallies.tailMap(first));
  }
}
