package com.spokefleet.lake.partition;

import static com.spokefleet.lake.partition.MergeWorld.DAY;
import static com.spokefleet.lake.partition.MergeWorld.PARTITION;
import static com.spokefleet.lake.partition.MergeWorld.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.lake.parquet.ParquetTableWriter;
import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Sample;
import com.spokefleet.lake.table.Table;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartitionMergeTest {
  @TempDir Path folder;
  private MergeWorld world;

  @BeforeEach
  void openLake() {
    world = new MergeWorld(folder);
  }

  @Test
  void unitsOfTheBatchReplaceTheirRowsAndOthersStay() {
    world.merge(Map.of("a", List.of(1L, 2L), "b", List.of(3L), "c", List.of(4L)));
    Merged merged = world.merge(Map.of("b", List.of(5L, 6L), "d", List.of(7L)));

    assertThat(world.read())
        .containsExactlyElementsOf(
            List.of(
                rows("a", List.of(1L, 2L)).get(0),
                rows("a", List.of(1L, 2L)).get(1),
                rows("b", List.of(5L, 6L)).get(0),
                rows("b", List.of(5L, 6L)).get(1),
                rows("c", List.of(4L)).get(0),
                rows("d", List.of(7L)).get(0)));
    assertThat(merged.rows()).isEqualTo(6);
    assertThat(merged.units()).isEqualTo(4);
    assertThat(merged.changed()).isTrue();
  }

  @Test
  void unitWithoutRowsInTheBatchIsRemoved() {
    world.merge(Map.of("a", List.of(1L), "b", List.of(2L)));
    Merged merged = world.merge(Map.of("a", List.of()));

    assertThat(world.read()).isEqualTo(rows("b", List.of(2L)));
    assertThat(merged.units()).isEqualTo(1);
  }

  @Test
  void sameBatchAgainWritesNothing() throws IOException {
    Merged first = world.merge(Map.of("a", List.of(1L)));
    Merged again = world.merge(Map.of("a", List.of(1L)));

    assertThat(again).isEqualTo(new Merged(1, 1, false, first.sha256()));
    assertThat(first.sha256()).isEqualTo(world.contentHash());
  }

  @Test
  void nothingToStoreCreatesNoObject() {
    assertThat(world.merge(Map.of("a", List.of()))).isEqualTo(new Merged(0, 0, false, ""));
    assertThat(world.object()).doesNotExist();
  }

  @Test
  void objectOfAnOlderSchemaIsMergedAndItsRowsKeepNullInNewColumns() throws IOException {
    Sample old = Sample.of("org", "a", 0, 1);
    storeObject(Sample.OLDER_TABLE, List.of(Row.of(Sample.OLDER_TABLE, old)));
    world.merge(Map.of("b", List.of(2L)));

    List<Row> read = world.read();
    assertThat(read).hasSize(2);
    assertThat(read.get(0).get(Sample.TABLE, "name")).isEqualTo("name 1");
    assertThat(read.get(0).get(Sample.TABLE, "at")).isNull();
    assertThat(read.get(1)).isEqualTo(rows("b", List.of(2L)).getFirst());
  }

  @Test
  void damagedObjectIsNamedAndNotOverwritten() throws IOException {
    world.merge(Map.of("a", List.of(1L)));
    byte[] bytes = Files.readAllBytes(world.object());
    bytes[20] ^= 1;
    Files.write(world.object(), bytes);

    assertBadData("Cannot read the stored object " + PARTITION.key());
    assertThat(world.object()).hasBinaryContent(bytes);
  }

  @Test
  void objectOutOfOrderIsNamedAndNotOverwritten() throws IOException {
    List<Row> unsorted =
        List.of(Sample.of("org", "b", 0, 1).row(), Sample.of("org", "a", 0, 2).row());
    storeObject(Sample.TABLE, unsorted);
    String before = world.contentHash();

    assertBadData("does not come after");
    assertThat(world.contentHash()).isEqualTo(before);
  }

  @Test
  void rowOfAnotherOrgNeverEntersTheOrgsPartition() {
    try (UnitBatch batch = new UnitBatch(List.of(Sample.TABLE), world.scratch(), 1_000)) {
      batch.put(DAY, "a", List.of(List.of(Sample.of("other", "a", 0, 1).row())));
      PartitionMerge merge = new PartitionMerge(world.store(), world.scratch());

      assertThatThrownBy(() -> merge.merge(Sample.TABLE, PARTITION, batch, Fence.none()))
          .isInstanceOf(RowException.class)
          .hasMessage("Cannot keep a row of org other under " + PARTITION.key());
    }
    assertThat(world.object()).doesNotExist();
  }

  @Test
  void scratchFolderIsEmptyAfterwards() {
    world.merge(Map.of("a", List.of(1L)));
    world.read();

    assertThat(world.scratch()).isEmptyDirectory();
  }

  private void assertBadData(String message) {
    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> world.merge(Map.of("z", List.of(9L))));
    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
    assertThat(failure).hasMessageContaining(message).hasMessageContaining(PARTITION.key());
  }

  private void storeObject(Table<?> table, List<Row> rows) throws IOException {
    Path file = folder.resolve("object");
    try (ParquetTableWriter writer = new ParquetTableWriter(table, file)) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    world.store().upload(PARTITION.key(), file, Precondition.absent());
  }
}
