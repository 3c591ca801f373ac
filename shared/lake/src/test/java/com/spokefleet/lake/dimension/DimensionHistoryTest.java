package com.spokefleet.lake.dimension;

import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DimensionHistoryTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T06:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T06:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T06:00:00Z");

  private record Queue(
      String orgId,
      String queueId,
      String name,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen,
      @Nullable Instant deletedAt) {}

  private static final Table<Queue> QUEUES =
      Table.<Queue>perOrg("dim_queue", "Queues")
          .required("org_id", TEXT, "Org", Queue::orgId)
          .required("queue_id", TEXT, "Queue", Queue::queueId)
          .required("name", TEXT, "Name", Queue::name)
          .optional("first_seen", TIMESTAMP, "First", Queue::firstSeen)
          .optional("last_seen", TIMESTAMP, "Last", Queue::lastSeen)
          .optional("deleted_at", TIMESTAMP, "Gone", Queue::deletedAt)
          .keyedBy("queue_id", "org_id", "queue_id");

  @TempDir Path folder;
  private ObjectStore store;

  @BeforeEach
  void openLake() {
    store = new FolderObjectStore(folder.resolve("lake"));
  }

  @Test
  void renamedObjectKeepsWhenItWasFirstSeen() {
    observe(MONDAY, observed("q", "Sales"));
    observe(TUESDAY, observed("q", "Sales EMEA"));

    assertThat(stored()).containsExactly(row("q", "Sales EMEA", MONDAY, TUESDAY, null));
  }

  @Test
  void vanishedObjectKeepsItsRowAndTheInstantItWasMissed() {
    observe(MONDAY, observed("p", "Service"), observed("q", "Sales"));
    observe(TUESDAY, observed("p", "Service"));
    observe(WEDNESDAY, observed("p", "Service"));

    assertThat(stored())
        .containsExactly(
            row("p", "Service", MONDAY, WEDNESDAY, null),
            row("q", "Sales", MONDAY, MONDAY, TUESDAY));
  }

  @Test
  void returningObjectLosesItsDeletionMark() {
    observe(MONDAY, observed("q", "Sales"));
    observe(TUESDAY);
    observe(WEDNESDAY, observed("q", "Sales again"));

    assertThat(stored()).containsExactly(row("q", "Sales again", MONDAY, WEDNESDAY, null));
  }

  @Test
  void newObjectsComeInKeyOrderAmongTheOldWhateverTheOrderObserved() {
    observe(MONDAY, observed("m", "M"));
    Merged merged = observe(TUESDAY, observed("z", "Z"), observed("m", "M"), observed("a", "A"));

    assertThat(merged.rows()).isEqualTo(3);
    assertThat(stored())
        .containsExactly(
            row("a", "A", TUESDAY, TUESDAY, null),
            row("m", "M", MONDAY, TUESDAY, null),
            row("z", "Z", TUESDAY, TUESDAY, null));
  }

  @Test
  void observationOlderThanWhatIsStoredChangesFirstSeenAtMost() {
    observe(TUESDAY, observed("p", "Service"), observed("q", "Sales EMEA"));
    observe(MONDAY, observed("q", "Sales"));

    assertThat(stored())
        .containsExactly(
            row("p", "Service", TUESDAY, TUESDAY, null),
            row("q", "Sales EMEA", MONDAY, TUESDAY, null));
  }

  @Test
  void objectServedTwiceInOneListingIsOneRowAndTheLastCounts() {
    observe(MONDAY, observed("q", "Sales"), observed("q", "Sales EMEA"));

    assertThat(stored()).containsExactly(row("q", "Sales EMEA", MONDAY, MONDAY, null));
  }

  @Test
  void sameObservationAgainWritesNothing() {
    Merged first = observe(MONDAY, observed("q", "Sales"));

    assertThat(observe(MONDAY, observed("q", "Sales")))
        .isEqualTo(new Merged(1, 1, false, first.sha256()));
  }

  private Merged observe(Instant seenAt, Row... observed) {
    return new DimensionHistory(store, folder.resolve("scratch"))
        .merge(QUEUES, "org", List.of(observed), seenAt, Fence.none());
  }

  private List<Row> stored() {
    List<Row> rows = new ArrayList<>();
    new LakeReader(store, folder.resolve("scratch")).forEach(QUEUES, rows::add);
    return rows;
  }

  private static Row observed(String id, String name) {
    return row(id, name, null, null, null);
  }

  private static Row row(
      String id,
      String name,
      @Nullable Instant first,
      @Nullable Instant last,
      @Nullable Instant deleted) {
    return Row.of(QUEUES, new Queue("org", id, name, first, last, deleted));
  }
}
