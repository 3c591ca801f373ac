package com.spokefleet.lake.partition;

import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Sample;
import com.spokefleet.lake.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitBatchTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(longs = {1, 2_000, 1L << 30})
  void unitsComeSortedPerDayAndTableWithTheLastPutOfEach(long memoryBytes) throws IOException {
    Random random = new Random(42);
    Map<LocalDate, Map<String, List<Row>>> expected = new HashMap<>();
    try (UnitBatch batch =
        new UnitBatch(List.of(Sample.TABLE, Sample.OTHER_TABLE), scratch, memoryBytes)) {
      for (int put = 0; put < 300; put++) {
        LocalDate day = DAY.plusDays(random.nextInt(3));
        String unit = "unit-" + random.nextInt(60);
        List<Row> rows = rows(unit, random.nextInt(4), put);
        batch.put(day, unit, List.of(rows.reversed(), List.of()));
        expected.computeIfAbsent(day, absent -> new HashMap<>()).put(unit, rows);
      }

      assertThat(batch.days())
          .containsExactlyElementsOf(expected.keySet().stream().sorted().toList());
      assertThat(batch.units()).isEqualTo(expected.values().stream().mapToLong(Map::size).sum());
      for (LocalDate day : batch.days()) {
        List<UnitRows> units = read(batch, Sample.TABLE, day);
        assertThat(units).extracting(UnitRows::unit).isSorted();
        assertThat(units)
            .containsExactlyInAnyOrderElementsOf(
                expected.getOrDefault(day, Map.of()).entrySet().stream()
                    .map(unit -> new UnitRows(unit.getKey(), unit.getValue()))
                    .toList());
        assertThat(read(batch, Sample.OTHER_TABLE, day))
            .hasSameSizeAs(units)
            .allMatch(unit -> unit.rows().isEmpty());
      }
      assertThat(scratch.toFile().list().length > 0).isEqualTo(memoryBytes < 1L << 30);
    }

    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void dayWithoutUnitsIsEmpty() throws IOException {
    try (UnitBatch batch = new UnitBatch(List.of(Sample.TABLE), scratch, 1)) {
      assertThat(read(batch, Sample.TABLE, DAY)).isEmpty();
      assertThat(batch.units()).isZero();
    }
  }

  @Test
  void unitWithTwoRowsOfOneKeyIsRefusedAndNotAdded() {
    try (UnitBatch batch = new UnitBatch(List.of(Sample.TABLE), scratch, 1 << 20)) {
      Row row = Sample.of("org", "u", 1, 7).row();
      assertThatThrownBy(
              () -> batch.put(DAY, "u", List.of(List.of(row, Sample.of("org", "u", 1, 8).row()))))
          .isInstanceOf(RowException.class)
          .hasMessage("Cannot put unit u of samples: two rows have the key (org, u, 1)");
      assertThatThrownBy(() -> batch.put(DAY, "v", List.of(List.of(row))))
          .isInstanceOf(RowException.class)
          .hasMessage("Cannot put unit v of samples: it has a row of unit u");
      assertThat(batch.units()).isZero();
      assertThat(batch.days()).isEmpty();
    }
  }

  @Test
  void unitWhoseNameHasNoUtf8FormIsRefused() {
    try (UnitBatch batch = new UnitBatch(List.of(Sample.TABLE), scratch, 1 << 20)) {
      assertThatThrownBy(() -> batch.put(DAY, "half \uD83D", List.of(List.of())))
          .isInstanceOf(RowException.class)
          .hasMessage("Cannot put a unit whose name is not valid Unicode");
    }
  }

  @Test
  void tableWhoseFilesAreNotSortedByUnitIsRefused() {
    Table<Sample> table =
        Table.<Sample>daily("by_index", "Sorted by something else first")
            .required("org_id", TEXT, "The org", Sample::orgId)
            .required("index", INTEGER, "First in the key", Sample::index)
            .required("unit", TEXT, "The unit, second", Sample::unit)
            .keyedBy("unit", "org_id", "index", "unit");

    assertThatThrownBy(() -> new UnitBatch(List.of(table), scratch, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot merge table by_index: its unit unit must be a text");
  }

  private static List<Row> rows(String unit, int count, long number) {
    List<Row> rows = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      rows.add(Sample.of("org", unit, index, number * 10 + index).row());
    }
    return rows;
  }

  private static List<UnitRows> read(UnitBatch batch, Table<?> table, LocalDate day)
      throws IOException {
    List<UnitRows> units = new ArrayList<>();
    try (UnitStream stream = batch.stream(table, day)) {
      for (UnitRows unit = stream.next(); unit != null; unit = stream.next()) {
        units.add(unit);
      }
    }
    return units;
  }
}
