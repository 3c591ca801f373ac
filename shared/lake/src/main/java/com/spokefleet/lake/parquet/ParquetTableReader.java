package com.spokefleet.lake.parquet;

import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.HadoopFreeReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads one Parquet file of a table, row by row, one row group in memory. Columns are matched by
 * name: one the file lacks reads as null; one the table lacks, or of another type, is bad data.
 * Page checksums are verified; headers and footer have none. A file that cannot be read is an
 * {@link IOException}.
 */
public final class ParquetTableReader implements Closeable {
  private final ParquetFileReader file;
  private final MessageColumnIO columns;
  private final RowMaterializer materializer;
  private @Nullable RecordReader<Row> rows;
  private long rowsLeft;

  public ParquetTableReader(Table<?> table, Path path) throws IOException {
    this.file = open(path);
    try {
      MessageType schema = file.getFileMetaData().getSchema();
      requireKnown(table, schema);
      this.columns = new ColumnIOFactory().getColumnIO(schema);
      this.materializer = new RowMaterializer(table, schema);
    } catch (RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  /** The next row, or null at the end. */
  public @Nullable Row next() throws IOException {
    try {
      while (rowsLeft == 0) {
        PageReadStore group = file.readNextRowGroup();
        if (group == null) {
          return null;
        }
        rowsLeft = group.getRowCount();
        rows = columns.getRecordReader(group, materializer);
      }
      rowsLeft--;
      return rows == null ? null : rows.read();
    } catch (RuntimeException failure) {
      throw new IOException("Cannot decode the Parquet file", failure);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static ParquetFileReader open(Path path) throws IOException {
    ParquetReadOptions options = HadoopFreeReadOptions.using(new ZstdCodecFactory());
    try {
      return ParquetFileReader.open(new LocalInputFile(path), options);
    } catch (RuntimeException failure) {
      throw new IOException("Cannot read the footer of the Parquet file", failure);
    }
  }

  private static void requireKnown(Table<?> table, MessageType schema) {
    for (Type field : schema.getFields()) {
      Optional<? extends Column<?>> column = find(table.columns(), field.getName());
      if (column.isEmpty()) {
        throw new RowException(
            "Cannot read the file as %s: it has a column %s that the table does not"
                .formatted(table.name(), field.getName()));
      }
      PrimitiveType expected = ParquetSchema.field(column.get(), field.getRepetition());
      if (!field.isPrimitive() || !expected.equals(field)) {
        throw new RowException(
            "Cannot read the file as %s: column %s is %s, not %s"
                .formatted(table.name(), field.getName(), field, expected));
      }
    }
  }

  private static Optional<? extends Column<?>> find(
      List<? extends Column<?>> columns, String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
