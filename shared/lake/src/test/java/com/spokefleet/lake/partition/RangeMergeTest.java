package com.spokefleet.lake.partition;

import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.table.KeyOrder;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Sample;
import com.spokefleet.lake.table.Table;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranges replaced in a partition sorted by something else: against a model, and at every death. */
final class RangeMergeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
  private static final Partition PARTITION = Partition.daily("readings", "org", DAY);

  private record Reading(String orgId, String queue, Instant at, long count) {}

  private static final Table<Reading> TABLE =
      Table.<Reading>daily("readings", "Readings of queues")
          .required("org_id", TEXT, "The org", Reading::orgId)
          .required("queue", TEXT, "What leads the key", Reading::queue)
          .required("at", TIMESTAMP, "What ranges are of", Reading::at)
          .required("count", INTEGER, "A figure", Reading::count)
          .replacedByRange("at", "queue", "org_id", "queue", "at");

  @TempDir Path folder;
  private ObjectStore store;

  @BeforeEach
  void openLake() {
    store = new FolderObjectStore(folder.resolve("lake"));
  }

  @Test
  void anySequenceOfRangesEqualsTheModel() {
    long seed = Long.getLong("spokefleet.seed", new Random().nextLong());
    Random random = new Random(seed);
    TreeSet<Row> model = new TreeSet<>(new KeyOrder(TABLE));
    int removed = 0;
    for (int step = 0; step < 40; step++) {
      int first = random.nextInt(48);
      InstantRange range = range(first, first + 1 + random.nextInt(48 - first));
      List<Row> fresh = fresh(random, range);
      int before = model.size();
      model.removeIf(row -> row.get(TABLE, "at") instanceof Instant at && range.contains(at));
      removed += before - model.size();
      model.addAll(fresh);

      Merged merged = replace(store, Fence.none(), range, fresh);
      Merged again = replace(store, Fence.none(), range, fresh);

      assertThat(read()).as("seed %d, step %d", seed, step).containsExactlyElementsOf(model);
      assertThat(merged.rows()).isEqualTo(model.size());
      assertThat(again.changed()).as("seed %d, step %d", seed, step).isFalse();
      assertThat(again.sha256()).isEqualTo(merged.sha256());
    }
    assertThat(removed).as("rows replaced, seed %d", seed).isPositive();
  }

  @Test
  void theOrderOfReadingIsNotInTheBytes() throws IOException {
    List<Row> morning = fresh(new Random(1), range(0, 24));
    List<Row> evening = fresh(new Random(2), range(24, 48));
    replace(store, Fence.none(), range(0, 24), morning);
    replace(store, Fence.none(), range(24, 48), evening);
    String forwards = Sha256.of(folder.resolve("lake").resolve(PARTITION.key()));

    ObjectStore other = new FolderObjectStore(folder.resolve("other"));
    replace(other, Fence.none(), range(24, 48), evening);
    replace(other, Fence.none(), range(0, 24), morning);

    assertThat(Sha256.of(folder.resolve("other").resolve(PARTITION.key()))).isEqualTo(forwards);
  }

  @Test
  void dyingAnywhereAndRunningAgainEndsInTheSameBytes() throws IOException {
    List<Row> before = fresh(new Random(3), range(0, 48));
    List<Row> fresh = fresh(new Random(4), range(10, 30));
    replace(store, Fence.none(), range(0, 48), before);
    replace(store, Fence.none(), range(10, 30), fresh);
    List<Row> expected = read();

    int crashes = 0;
    for (int step = 0; ; step++) {
      ObjectStore world = new FolderObjectStore(folder.resolve("crash" + step));
      replace(world, Fence.none(), range(0, 48), before);
      CrashingStore crashing = new CrashingStore(world, step);
      Throwable crash =
          catchThrowable(() -> replace(crashing, crashing::pass, range(10, 30), fresh));
      List<Row> seen = read(world);
      assertThat(seen.equals(before) || seen.equals(expected)).as("never half, %d", step).isTrue();
      replace(world, Fence.none(), range(10, 30), fresh);
      assertThat(read(world)).as("step %d", step).isEqualTo(expected);
      if (crash == null) {
        break;
      }
      assertThat(crash).isInstanceOf(CrashingStore.Crash.class);
      crashes++;
    }
    assertThat(crashes).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aRunnerThatLostItsLeaseWritesNothing() {
    replace(store, Fence.none(), range(0, 48), fresh(new Random(5), range(0, 48)));
    List<Row> before = read();
    Fence lost =
        () -> {
          throw new StoreException(FailureKind.CONFLICT, "lost", null);
        };

    assertThatThrownBy(() -> replace(store, lost, range(0, 48), List.of()))
        .isInstanceOf(StoreException.class);
    assertThat(read()).isEqualTo(before);
    replace(store, Fence.none(), range(0, 48), List.of());
    assertThat(read()).as("the control: with the lease it is emptied").isEmpty();
  }

  @Test
  void aRowOutsideTheRangeOrOutOfOrderIsRefusedAndNothingIsWritten() {
    Row outside = row("a", 30, 1);
    assertThatThrownBy(() -> replace(store, Fence.none(), range(0, 30), List.of(outside)))
        .isInstanceOf(RowException.class)
        .hasMessageContaining("lies outside");
    assertThatThrownBy(
            () ->
                replace(store, Fence.none(), range(0, 48), List.of(row("b", 1, 1), row("a", 2, 1))))
        .isInstanceOf(RowException.class);
    assertThat(read()).isEmpty();
  }

  @Test
  void aTableIsReplacedByRangesOrByUnitsAndNeverByBoth() {
    assertThatThrownBy(() -> new UnitBatch(List.of(TABLE), folder.resolve("scratch"), 1_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new RangeMerge(store, folder.resolve("scratch"))
                    .replace(
                        Sample.TABLE, MergeWorld.PARTITION, range(0, 1), List.of(), Fence.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has units");
  }

  private Merged replace(ObjectStore through, Fence fence, InstantRange range, List<Row> fresh) {
    return new RangeMerge(through, folder.resolve("scratch"))
        .replace(TABLE, PARTITION, range, fresh, fence);
  }

  private List<Row> read() {
    return read(store);
  }

  private List<Row> read(ObjectStore from) {
    List<Row> rows = new ArrayList<>();
    new LakeReader(from, folder.resolve("scratch")).forEach(TABLE, rows::add);
    return rows;
  }

  private static List<Row> fresh(Random random, InstantRange range) {
    TreeSet<Row> rows = new TreeSet<>(new KeyOrder(TABLE));
    for (int slot = 0; slot < 48; slot++) {
      if (range.contains(at(slot))) {
        for (String queue : List.of("a", "b", "é", "😀")) {
          if (random.nextInt(3) > 0) {
            rows.add(row(queue, slot, random.nextInt(100)));
          }
        }
      }
    }
    return List.copyOf(rows);
  }

  private static Row row(String queue, int slot, long count) {
    return Row.of(TABLE, new Reading("org", queue, at(slot), count));
  }

  private static InstantRange range(int first, int last) {
    return new InstantRange(at(first), at(last));
  }

  private static Instant at(int slot) {
    return START.plusSeconds(1_800L * slot);
  }
}
