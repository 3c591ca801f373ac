package com.spokefleet.ingest.currency;

import com.spokefleet.ingest.OrgParts;
import com.spokefleet.ingest.conversation.ConversationProofs;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.RevenueTable;
import com.spokefleet.lake.tables.RevenueWaitingTable.FeedRow;
import com.spokefleet.normalize.currency.RevenueRows;
import com.spokefleet.normalize.currency.Sale;
import com.spokefleet.normalize.row.RevenueRow;
import com.spokefleet.normalize.row.StartDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the revenue of one start day up to date with the rates landed now, with the conversations
 * landed now, and with what a feed told of them.
 */
final class RevenueDay {
  private static final long BATCH_BYTES = 16L << 20;

  private final OrgParts org;
  private final Revenue revenue;
  private final LakeReader reader;
  private final PartitionMerge merge;
  private final ProofStore proofs;
  private final ConversationProofs making;
  private final Clock clock;

  RevenueDay(OrgParts org, Revenue revenue, ConversationProofs making) {
    this.org = org;
    this.revenue = revenue;
    this.reader = new LakeReader(org.objects(), org.scratch());
    this.merge = new PartitionMerge(org.objects(), org.scratch());
    this.proofs = new ProofStore(org.objects(), org.scratch());
    this.making = making;
    this.clock = org.clock();
  }

  /**
   * What came of it.
   *
   * @param matched ids of the feed's rows whose conversations are in this day
   * @param waitsSince earliest end of a conversation that still waits for a rate
   */
  record Outcome(Set<String> matched, Optional<Instant> waitsSince, long rows, boolean changed) {}

  /** Tries to convert what waits for a rate; ends of conversations are as they landed. */
  Outcome convert(LocalDate day, RevenueRows rows, Fence fence) {
    Day work = new Day(day, rows, Map.of());
    work.readRevenue();
    work.current.values().forEach(row -> work.renew(row, row.end()));
    return work.land(fence);
  }

  /** As above, with the ends the conversations have now and the feed's rows of them. */
  Outcome join(LocalDate day, RevenueRows rows, Map<String, FeedRow> waiting, Fence fence) {
    Day work = new Day(day, rows, waiting);
    work.readRevenue();
    reader.forEach(
        ConversationsTable.TABLE,
        Partition.daily(ConversationsTable.TABLE.name(), org.orgId(), day),
        work::joined);
    return work.land(fence);
  }

  /** One day at work. */
  private final class Day {
    private final LocalDate day;
    private final RevenueRows rows;
    private final Map<String, FeedRow> waiting;
    private final Map<String, RevenueRow> current = new HashMap<>();
    private final List<RevenueRow> renewed = new ArrayList<>();
    private final Set<String> matched = new HashSet<>();
    private Optional<Instant> waitsSince = Optional.empty();

    Day(LocalDate day, RevenueRows rows, Map<String, FeedRow> waiting) {
      this.day = day;
      this.rows = rows;
      this.waiting = waiting;
    }

    private Partition partition() {
      return Partition.daily(RevenueTable.TABLE.name(), org.orgId(), day);
    }

    void readRevenue() {
      reader.forEach(
          RevenueTable.TABLE,
          partition(),
          row -> {
            RevenueRow record = RevenueTable.record(row);
            current.put(record.conversationId(), record);
          });
    }

    void joined(Row conversation) {
      String id = conversation.text(ConversationsTable.TABLE.indexOf("conversation_id"));
      Instant end = value(conversation, "conversation_end", Instant.class);
      FeedRow told = waiting.get(id);
      RevenueRow before = current.get(id);
      if (told != null) {
        matched.add(id);
        put(rows.row(sale(conversation, told, end)), before);
      } else if (before != null) {
        renew(before, end);
      }
    }

    void renew(RevenueRow before, Instant end) {
      if (before.amountConverted() == null || !before.end().equals(end)) {
        put(rows.again(before, end), before);
      }
    }

    private void put(RevenueRow row, @Nullable RevenueRow before) {
      if (rows.isPending(row) && waitsSince.filter(row.end()::isAfter).isEmpty()) {
        waitsSince = Optional.of(row.end());
      }
      if (!row.equals(before)) {
        renewed.add(row);
      }
    }

    private Sale sale(Row conversation, FeedRow told, Instant end) {
      return new Sale(
          told.conversationId(),
          new StartDay(
              day,
              value(conversation, "local_date", LocalDate.class),
              value(conversation, "local_interval", String.class),
              value(conversation, "utc_offset_minutes", Long.class)),
          value(conversation, "conversation_start", Instant.class),
          end,
          told.amount(),
          told.currency(),
          told.source());
    }

    /** Also where no row is another one: a run may have died between the rows and their proof. */
    Outcome land(Fence fence) {
      if (renewed.isEmpty() && current.isEmpty()) {
        return new Outcome(matched, waitsSince, 0, false);
      }
      try (UnitBatch batch =
          new UnitBatch(List.of(RevenueTable.TABLE), org.scratch(), BATCH_BYTES)) {
        for (RevenueRow row : renewed) {
          batch.put(day, row.conversationId(), List.of(List.of(Row.of(RevenueTable.TABLE, row))));
          revenue.count(row);
        }
        Merged merged = merge.merge(RevenueTable.TABLE, partition(), batch, fence);
        prove(merged, fence);
        return new Outcome(matched, waitsSince, renewed.size(), merged.changed());
      }
    }

    /** The day is as settled as the conversations its money is of. */
    private void prove(Merged merged, Fence fence) {
      List<PartitionProof> ofDay = proofs.read(org.orgId(), day);
      Optional<PartitionProof> before = of(RevenueTable.TABLE, ofDay);
      if (before.filter(proof -> proof.contentSha256().equals(merged.sha256())).isPresent()) {
        return;
      }
      ProofStatus status =
          of(ConversationsTable.TABLE, ofDay)
              .map(PartitionProof::status)
              .orElse(ProofStatus.PROVISIONAL);
      PartitionProof proof =
          making
              .landed(RevenueTable.TABLE, day, merged, renewed.size(), clock.instant(), before)
              .with(status);
      proofs.write(org.orgId(), day, List.of(proof), fence);
    }

    private static Optional<PartitionProof> of(Table<?> table, List<PartitionProof> proofsOfDay) {
      return proofsOfDay.stream()
          .filter(proof -> proof.tableName().equals(table.name()))
          .findFirst();
    }
  }

  private static <T> T value(Row row, String column, Class<T> type) {
    return type.cast(Objects.requireNonNull(row.get(ConversationsTable.TABLE, column), column));
  }
}
