package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.DetailsPage;
import com.spokefleet.genesys.conversation.DetailsRecord;
import com.spokefleet.ingest.PoisonDay;
import com.spokefleet.ingest.currency.LandingRevenue;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.ConversationNormalizer;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Conversations read but not yet landed, normalised and redacted as they come. A record that cannot
 * be read or normalised goes to quarantine at once, whole, and the rest of its page goes on. One
 * landing's worth; for one thread.
 */
final class ConversationBuffer implements AutoCloseable {
  static final String DATASET = "conversation-details";

  private static final PoisonDay POISON_DAY = new PoisonDay("conversationStart");

  private final String orgId;
  private final ConversationNormalizer normalizer;
  private final ConversationTables tables;
  private final Optional<LandingRevenue> sales;
  private final Quarantine quarantine;
  private final ReadCounts counts;
  private final UnitBatch batch;
  private final Map<LocalDate, Long> fetchedPerDay = new TreeMap<>();
  private final Map<LocalDate, Set<String>> poisonPerDay = new HashMap<>();
  private long conversations;

  ConversationBuffer(
      String orgId,
      ConversationNormalizer normalizer,
      ConversationTables tables,
      Optional<LandingRevenue> sales,
      Quarantine quarantine,
      ReadCounts counts,
      UnitBatch batch) {
    this.orgId = orgId;
    this.normalizer = normalizer;
    this.tables = tables;
    this.sales = sales;
    this.quarantine = quarantine;
    this.counts = counts;
    this.batch = batch;
  }

  void add(DetailsPage page) {
    counts.fetched(
        page.records().size(),
        page.unknownFields().values().stream().mapToLong(Long::longValue).sum());
    for (DetailsRecord record : page.records()) {
      switch (record) {
        case DetailsRecord.Decoded decoded -> add(decoded);
        case DetailsRecord.Poison poison ->
            quarantine(POISON_DAY.of(poison.raw()), poison.raw(), poison.reason());
      }
    }
  }

  private void add(DetailsRecord.Decoded decoded) {
    Conversation conversation = decoded.conversation();
    if (conversation.end() == null) {
      counts.open();
      return;
    }
    LocalDate day = LocalDate.ofInstant(conversation.start(), ZoneOffset.UTC);
    try {
      batch.put(
          day, conversation.conversationId(), tables.rows(normalizer.normalize(conversation)));
    } catch (SpokefleetException unusable) {
      if (unusable.kind() != FailureKind.BAD_DATA) {
        throw unusable;
      }
      quarantine(Optional.of(day), decoded.raw().bytes(), String.valueOf(unusable.getMessage()));
      return;
    }
    conversations++;
    fetchedPerDay.merge(day, 1L, Long::sum);
  }

  private void quarantine(Optional<LocalDate> day, byte[] raw, String reason) {
    Optional<String> id = PoisonId.of(raw);
    quarantine.put(orgId, DATASET, day, id, raw, reason);
    day.ifPresent(
        known ->
            poisonPerDay
                .computeIfAbsent(known, _ -> new HashSet<>())
                .add(id.orElseGet(() -> Sha256.of(raw))));
    counts.quarantined();
  }

  /** Conversations put in, repeats included. */
  long conversations() {
    return conversations;
  }

  /** The tables its rows go to. */
  List<Table<?>> tables() {
    return tables.all();
  }

  /** To be called once everything in it is landed and before that is written down anywhere. */
  void landed() {
    sales.ifPresent(LandingRevenue::landed);
  }

  UnitBatch batch() {
    return batch;
  }

  /** Different records of the day that were put aside. */
  long poison(LocalDate day) {
    return poisonPerDay.getOrDefault(day, Set.of()).size();
  }

  long fetched(LocalDate day) {
    return fetchedPerDay.getOrDefault(day, 0L);
  }

  @Override
  public void close() {
    batch.close();
  }
}
