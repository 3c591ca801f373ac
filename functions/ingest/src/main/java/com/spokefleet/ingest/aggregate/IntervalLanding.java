package com.spokefleet.ingest.aggregate;

import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.InstantRange;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.RangeMerge;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.TextOrder;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import com.spokefleet.normalize.QueueIntervalRows;
import com.spokefleet.normalize.aggregate.IntervalKey;
import com.spokefleet.normalize.aggregate.QueueInterval;
import com.spokefleet.normalize.servicelevel.ServiceLevelRules;
import com.spokefleet.normalize.servicelevel.StandardServiceLevel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Replaces a window of the lake by what was read of it and leaves the proof of each day beside it.
 * Landing the same again changes nothing.
 */
final class IntervalLanding {
  /** The hash of no filter: every queue is admitted. */
  private static final String NO_FILTER = "none";

  private static final Comparator<QueueInterval> KEY_ORDER =
      Comparator.comparing(
          QueueInterval::key,
          Comparator.comparing(IntervalKey::queueId, TextOrder::compare)
              .thenComparing(IntervalKey::mediaType, TextOrder::compare)
              .thenComparing(IntervalKey::direction, TextOrder::compare)
              .thenComparing(IntervalKey::start));

  private final String orgId;
  private final QueueIntervalRows rows;
  private final RangeMerge merge;
  private final ProofStore proofs;
  private final Clock clock;

  IntervalLanding(OrgParts org, StandardServiceLevel standard) {
    this.orgId = org.orgId();
    this.rows = new QueueIntervalRows(org.orgId(), org.spoke().timeZone(), standard);
    this.merge = new RangeMerge(org.objects(), org.scratch());
    this.proofs = new ProofStore(org.objects(), org.scratch());
    this.clock = org.clock();
  }

  /**
   * Lands what was read; the number of partitions that changed.
   *
   * @param readUpTo figures emitted before it are in what was read
   */
  long land(
      AggregateWindow window,
      List<QueueInterval> read,
      ServiceLevelRules.Learned rules,
      Instant readUpTo,
      Fence fence) {
    long changed = 0;
    for (LocalDate day : window.days()) {
      InstantRange range = window.on(day);
      List<QueueInterval> ofDay =
          read.stream()
              .filter(interval -> range.contains(interval.key().start()))
              .sorted(KEY_ORDER)
              .toList();
      // A row is made when its turn comes: boxed, a large org's day is many times its figures.
      Iterable<Row> fresh = () -> ofDay.stream().map(interval -> row(interval, rules)).iterator();
      Merged merged =
          merge.replace(
              QueueIntervalsTable.TABLE,
              Partition.daily(QueueIntervalsTable.TABLE.name(), orgId, day),
              range,
              fresh,
              fence);
      changed += merged.changed() ? 1 : 0;
      prove(day, merged, ofDay.size(), readUpTo, fence);
    }
    return changed;
  }

  private Row row(QueueInterval interval, ServiceLevelRules.Learned rules) {
    boolean level =
        interval.figures().serviceLevel() != null
            && interval.figures().serviceLevel().denominator() != null;
    String ruleId = level ? rules.ruleId(interval.key().start()).orElse(null) : null;
    return Row.of(QueueIntervalsTable.TABLE, rows.row(interval, ruleId));
  }

  private void prove(LocalDate day, Merged merged, long fetched, Instant readUpTo, Fence fence) {
    Instant end = AggregateWindow.day(day).to();
    Instant upTo = readUpTo.isBefore(end) ? readUpTo : end;
    Optional<PartitionProof> before =
        proofs.read(orgId, day).stream()
            .filter(proof -> proof.tableName().equals(QueueIntervalsTable.TABLE.name()))
            .findFirst();
    boolean stands =
        before.isPresent()
            && before.get().contentSha256().equals(merged.sha256())
            && !before.get().readUpTo().isBefore(upTo);
    if (!stands) {
      proofs.write(orgId, day, List.of(proof(day, merged, fetched, upTo)), fence);
    }
  }

  private PartitionProof proof(LocalDate day, Merged merged, long fetched, Instant upTo) {
    return new PartitionProof(
        orgId,
        QueueIntervalsTable.TABLE.name(),
        day,
        ProofStatus.PROVISIONAL,
        merged.rows(),
        merged.units(),
        fetched,
        null,
        null,
        null,
        null,
        null,
        null,
        NO_FILTER,
        merged.sha256(),
        0,
        upTo,
        clock.instant());
  }
}
