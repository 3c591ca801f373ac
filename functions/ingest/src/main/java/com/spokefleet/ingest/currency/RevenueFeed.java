package com.spokefleet.ingest.currency;

import com.spokefleet.config.RevenueSource;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.RevenueTable;
import com.spokefleet.lake.tables.RevenueWaitingTable;
import com.spokefleet.lake.tables.RevenueWaitingTable.FeedRow;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.MetricName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a feed. Their rows are put by, the last one of each conversation, in the order of
 * the files' keys and of their lines, until the conversation is in the lake; a file that changed is
 * read again with all that follow it, so that the order stays the same. Rows that cannot be used go
 * to quarantine.
 */
public final class RevenueFeed {
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final long BATCH_BYTES = 16L << 20;

  /** How far back a conversation is looked for whose start the feed does not tell. */
  private static final int LOOKBACK_DAYS = 31;

  /** They are held in memory while they are looked up. */
  private static final int MOST_WAITING = 250_000;

  private final OrgParts org;
  private final RevenueSource.Feed feed;
  private final Quarantine quarantine;
  private final LakeReader reader;
  private final PartitionMerge merge;
  private final JsonState stored;
  private FeedState state = FeedState.NONE;
  private Map<String, FeedRow> waiting = new TreeMap<>();

  public RevenueFeed(OrgParts org, RevenueSource.Feed feed, Quarantine quarantine) {
    this.org = org;
    this.feed = feed;
    this.quarantine = quarantine;
    this.reader = new LakeReader(org.objects(), org.scratch());
    this.merge = new PartitionMerge(org.objects(), org.scratch());
    this.stored = new JsonState(org.checkpoints(), "revenue-feed/" + org.orgId());
  }

  /** What reading files came to. */
  record Counts(long rows, long quarantined, List<String> problems) {
    static final Counts NONE = new Counts(0, 0, List.of());
  }

  boolean isDue(Instant now) {
    return !now.isBefore(FeedState.read(stored).finishedAt().plus(PERIOD));
  }

  /** Puts by the rows of files that are new or changed, and of those after them. */
  Counts read(Fence fence) {
    state = FeedState.read(stored);
    loadWaiting();
    long rows = 0;
    long bad = 0;
    List<String> problems = new ArrayList<>();
    boolean changed = false;
    for (String key : org.objects().list(feed.prefix())) {
      Optional<ObjectVersion> version = org.objects().version(key);
      if (version.isEmpty()) {
        continue;
      }
      changed |= !version.get().toString().equals(state.files().get(key));
      if (!changed) {
        continue;
      }
      if (waiting.size() > MOST_WAITING) {
        problems.add(
            "Cannot read %s of %s: %d rows wait for their conversations already"
                .formatted(key, org.spoke().name(), waiting.size()));
        break;
      }
      try (Landing landing = new Landing(key)) {
        landing.read();
        landing.land(fence);
        rows += landing.rows;
        bad += landing.bad;
      } catch (IngestException unreadable) {
        if (unreadable.kind() != FailureKind.BAD_DATA) {
          throw unreadable;
        }
        problems.add(String.valueOf(unreadable.getMessage()));
      }
      remember(key, version.get());
    }
    return new Counts(rows, bad, problems);
  }

  /** New rows have been looked for nowhere yet. */
  private void remember(String key, ObjectVersion version) {
    TreeMap<String, String> files = new TreeMap<>(state.files());
    files.put(key, version.toString());
    state = new FeedState(state.finishedAt(), files, new TreeMap<>());
    stored.write(state.text());
  }

  private void loadWaiting() {
    waiting = new TreeMap<>();
    reader.forEach(
        RevenueWaitingTable.TABLE,
        waitingPartition(),
        row -> {
          FeedRow record = RevenueWaitingTable.record(row);
          waiting.put(record.conversationId(), record);
        });
  }

  /**
   * The days in which a waiting row's conversation may have landed, or a conversation with revenue
   * may have changed, since they were last looked at.
   */
  SortedSet<LocalDate> daysToJoin() {
    loadWaiting();
    LocalDate today = LocalDate.ofInstant(org.clock().instant(), ZoneOffset.UTC);
    LocalDate first = today.minusDays(LOOKBACK_DAYS);
    SortedSet<LocalDate> days = new TreeSet<>();
    boolean unknownStart = false;
    for (FeedRow row : waiting.values()) {
      Instant start = row.conversationStart();
      unknownStart |= start == null;
      if (start != null) {
        days.add(LocalDate.ofInstant(start, ZoneOffset.UTC));
      }
    }
    Table<?> recent = unknownStart ? ConversationsTable.TABLE : RevenueTable.TABLE;
    reader.partitions(recent, org.orgId()).stream()
        .flatMap(partition -> partition.day().stream())
        .filter(day -> !day.isBefore(first))
        .forEach(days::add);
    days.removeIf(day -> version(day).equals(state.joined().getOrDefault(day.toString(), "")));
    return days;
  }

  /** The rows whose conversation can be in the day, by its id. */
  Map<String, FeedRow> waiting(LocalDate day) {
    Map<String, FeedRow> ofDay = new HashMap<>();
    waiting.forEach(
        (id, row) -> {
          Instant start = row.conversationStart();
          if (start == null || LocalDate.ofInstant(start, ZoneOffset.UTC).equals(day)) {
            ofDay.put(id, row);
          }
        });
    return ofDay;
  }

  /** The day is done: rows that found their conversation wait no more. */
  void joined(LocalDate day, Set<String> matched, Fence fence) {
    if (!matched.isEmpty()) {
      try (UnitBatch batch = batch()) {
        matched.forEach(id -> batch.put(UnitBatch.WITHOUT_DAY, id, List.of(List.of())));
        merge.merge(RevenueWaitingTable.TABLE, waitingPartition(), batch, fence);
      }
      matched.forEach(waiting::remove);
    }
    TreeMap<String, String> days = new TreeMap<>(state.joined());
    days.put(day.toString(), version(day));
    state = new FeedState(state.finishedAt(), state.files(), days);
    fence.check();
    stored.write(state.text());
  }

  /** All that could be done is done. */
  void finished() {
    state = new FeedState(org.clock().instant(), state.files(), state.joined());
    stored.write(state.text());
    org.metrics()
        .count(MetricName.REVENUE_WAITING, waiting.size(), Dimensions.org(org.spoke().name()));
  }

  private String version(LocalDate day) {
    return org.objects()
        .version(Partition.daily(ConversationsTable.TABLE.name(), org.orgId(), day).key())
        .map(ObjectVersion::toString)
        .orElse("none");
  }

  private Partition waitingPartition() {
    return Partition.perOrg(RevenueWaitingTable.TABLE.name(), org.orgId());
  }

  private UnitBatch batch() {
    return new UnitBatch(List.of(RevenueWaitingTable.TABLE), org.scratch(), BATCH_BYTES);
  }

  /** One file on its way. */
  private final class Landing implements AutoCloseable {
    private final String key;
    private final UnitBatch batch = batch();
    private long rows;
    private long bad;

    Landing(String key) {
      this.key = key;
    }

    void read() {
      try {
        Path file = Files.createTempFile(org.scratch(), "feed-", ".tmp");
        try {
          org.objects().download(key, file);
          switch (feed.format()) {
            case CSV -> new CsvFeed(org.orgId(), key).read(file, this::add);
            case PARQUET -> new ParquetFeed(org.orgId(), key).read(file, this::add);
          }
        } finally {
          Files.deleteIfExists(file);
        }
      } catch (IOException failure) {
        throw new IngestException(
            FailureKind.PERMANENT, "Cannot read " + key + ": the scratch folder failed", failure);
      }
    }

    private void add(FeedLine line) {
      switch (line) {
        case FeedLine.Good good -> {
          rows++;
          batch.put(
              UnitBatch.WITHOUT_DAY,
              good.row().conversationId(),
              List.of(List.of(Row.of(RevenueWaitingTable.TABLE, good.row()))));
        }
        case FeedLine.Bad spoilt -> {
          bad++;
          quarantine.put(
              org.orgId(), RevenueDataset.NAME, Optional.empty(), spoilt.raw(), spoilt.reason());
        }
      }
    }

    void land(Fence fence) {
      merge.merge(RevenueWaitingTable.TABLE, waitingPartition(), batch, fence);
      org.metrics()
          .count(
              MetricName.QUARANTINED,
              bad,
              Dimensions.org(org.spoke().name()).dataset(RevenueDataset.NAME));
    }

    @Override
    public void close() {
      batch.close();
    }
  }
}
