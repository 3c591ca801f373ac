package com.spokefleet.lake.partition;

import com.spokefleet.lake.parquet.ParquetTableWriter;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Takes the rows a partition is to hold, in key order, into the file that will be its object. */
public final class NextRows implements Closeable {
  private final RowSequence sequence;
  private final ParquetTableWriter writer;

  NextRows(Table<?> table, Partition partition, Path file) throws IOException {
    this.sequence = new RowSequence(table, partition);
    this.writer = new ParquetTableWriter(table, file);
  }

  /** Appends a row; one out of order or of another org is a {@code RowException}. */
  public void add(Row row) throws IOException {
    sequence.accept(row);
    writer.write(row);
  }

  long rows() {
    return sequence.rows();
  }

  long units() {
    return sequence.units();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
