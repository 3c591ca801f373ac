package com.spokefleet.lake.parquet;

import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/**
 * Writes one Parquet file of a table: writer version 1, zstd, page checksums. The same rows in the
 * same order make the same bytes. Heap needed is bounded by the row group, not by the file.
 */
public final class ParquetTableWriter implements Closeable {
  private static final long ROW_GROUP_BYTES = 16L << 20;
  private static final int PAGE_BYTES = 256 << 10;
  private static final int DICTIONARY_BYTES = 256 << 10;

  /** Texts of which nearly every row has its own, beside those that identify the row. */
  private static final Set<String> OWN_TEXTS =
      Set.of("conversation_key", "direct_link", "participant_id", "peer_id", "session_id");

  private final Table<?> table;
  private final int[] requiredColumns;
  private final ParquetWriter<Row> writer;

  /** Creates the file, or starts over the one that is there. */
  public ParquetTableWriter(Table<?> table, Path file) throws IOException {
    this.table = table;
    this.requiredColumns =
        IntStream.range(0, table.columns().size())
            .filter(index -> table.columns().get(index).required())
            .toArray();
    Builder builder =
        new Builder(table, file)
            .withConf(new PlainParquetConfiguration())
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withCodecFactory(new ZstdCodecFactory())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withPageSize(PAGE_BYTES)
            .withDictionaryPageSize(DICTIONARY_BYTES)
            .withPageWriteChecksumEnabled(true)
            .withSizeStatisticsEnabled(false)
            .withValidation(false)
            .withMaxPaddingSize(0);
    // Dictionaries of what hardly repeats would be built, found useless and thrown away.
    for (Column<?> column : table.columns()) {
      builder.withDictionaryEncoding(column.name(), repeats(table, column));
      builder.withStatisticsEnabled(column.name(), selects(column));
    }
    this.writer = builder.build();
  }

  /** Appends a row; one that lacks a required value is a {@link RowException}. */
  public void write(Row row) throws IOException {
    requireValues(row);
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static boolean repeats(Table<?> table, Column<?> column) {
    boolean identifies =
        column.name().equals(table.unit())
            || column.name().equals(table.key().getLast())
            || OWN_TEXTS.contains(column.name());
    return switch (column.type()) {
      case TEXT, DATE -> !identifies;
      case BOOLEAN, INTEGER, DOUBLE, DECIMAL, RATE, TIMESTAMP -> false;
    };
  }

  /**
   * Whether readers skip row groups by the column's least and greatest value. Nobody looks for a
   * day by how many calls it had, and a wide table's footers cost more to read than its values.
   */
  private static boolean selects(Column<?> column) {
    return switch (column.type()) {
      case TEXT, DATE, TIMESTAMP, BOOLEAN -> true;
      case INTEGER, DOUBLE, DECIMAL, RATE -> false;
    };
  }

  private void requireValues(Row row) {
    for (int index : requiredColumns) {
      if (row.get(index) == null) {
        throw new RowException(
            "Cannot write a row of %s: column %s is null"
                .formatted(table.name(), table.columns().get(index).name()));
      }
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final Table<?> table;

    Builder(Table<?> table, Path file) {
      super(new LocalOutputFile(file));
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return new RowWriteSupport(table);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      throw new UnsupportedOperationException("Cannot write through Hadoop: it is not there");
    }
  }
}
