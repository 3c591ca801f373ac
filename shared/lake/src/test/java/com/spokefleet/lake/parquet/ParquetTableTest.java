package com.spokefleet.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.lake.table.ColumnType;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Sample;
import com.spokefleet.lake.table.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetTableTest {
  private static final int ZSTD_MAGIC = 0xFD2FB528;

  @TempDir Path folder;

  @Test
  void rowsComeBackEqualOverPagesAndRowGroups() throws IOException {
    List<Row> rows = samples(60_000);

    assertThat(read(Sample.TABLE, write(Sample.TABLE, rows, "file"))).isEqualTo(rows);
  }

  @Test
  void sameRowsMakeTheSameBytes() throws IOException {
    Path one = write(Sample.TABLE, samples(1_000), "one");
    Path two = write(Sample.TABLE, samples(1_000), "two");

    assertThat(Files.mismatch(one, two)).isEqualTo(-1);
  }

  @Test
  void emptyFileHasTheSchemaAndNoRows() throws IOException {
    assertThat(read(Sample.TABLE, write(Sample.TABLE, List.of(), "file"))).isEmpty();
  }

  @Test
  void columnsAnOlderFileLacksReadAsNull() throws IOException {
    Sample sample = Sample.of("org", "u", 1, 7);
    Path file = write(Sample.OLDER_TABLE, List.of(Row.of(Sample.OLDER_TABLE, sample)), "file");
    Row expected = sample.row().with(Sample.TABLE, "at", null).with(Sample.TABLE, "day", null);

    assertThat(read(Sample.TABLE, file))
        .containsExactly(
            expected.with(Sample.TABLE, "amount", null).with(Sample.TABLE, "rate", null));
  }

  @Test
  void columnTheTableLacksIsRefusedByName() throws IOException {
    Path file = write(Sample.TABLE, samples(1), "file");

    assertThatThrownBy(() -> read(Sample.OLDER_TABLE, file))
        .isInstanceOf(RowException.class)
        .hasMessage("Cannot read the file as samples: it has a column at that the table does not");
  }

  @Test
  void columnOfAnotherTypeIsRefusedByName() throws IOException {
    Table<String> changed =
        Table.<String>daily("samples", "One type per column for ever")
            .required("org_id", ColumnType.INTEGER, "Was a text", text -> 1L)
            .keyedBy("org_id", "org_id");
    Path file = write(changed, List.of(Row.of(changed, "")), "file");

    assertThatThrownBy(() -> read(Sample.TABLE, file))
        .isInstanceOf(RowException.class)
        .hasMessageStartingWith("Cannot read the file as samples: column org_id is ");
  }

  /** Pages are zstd frames; their headers, and the footer, are the only bytes without checksum. */
  @Test
  void aFlippedBitInAnyPageIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(write(Sample.TABLE, samples(200), "file"));
    ByteBuffer content = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    int pages = 0;
    for (int position = 0; position < whole.length - 16; position++) {
      if (content.getInt(position) == ZSTD_MAGIC) {
        byte[] damaged = whole.clone();
        damaged[position + 8] ^= 0x10;
        Path file = Files.write(folder.resolve("damaged"), damaged);
        assertThatThrownBy(() -> read(Sample.TABLE, file))
            .as("page at %d", position)
            .isInstanceOf(IOException.class);
        pages++;
      }
    }

    assertThat(pages).isGreaterThanOrEqualTo(Sample.TABLE.columns().size());
  }

  @Test
  void truncatedFileIsNotReadAsAShorterOne() throws IOException {
    byte[] whole = Files.readAllBytes(write(Sample.TABLE, samples(200), "file"));
    for (int length = 0; length < whole.length; length += 397) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(Sample.TABLE, cut))
          .as("cut at %d of %d", length, whole.length)
          .isInstanceOf(IOException.class);
    }
  }

  private static List<Row> samples(int count) {
    return LongStream.range(0, count)
        .mapToObj(number -> Sample.of("org", "unit-%08d".formatted(number / 3), number % 3, number))
        .map(Sample::row)
        .toList();
  }

  private Path write(Table<?> table, List<Row> rows, String name) throws IOException {
    Path file = folder.resolve(name);
    try (ParquetTableWriter writer = new ParquetTableWriter(table, file)) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    return file;
  }

  private static List<Row> read(Table<?> table, Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (ParquetTableReader reader = new ParquetTableReader(table, file)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
