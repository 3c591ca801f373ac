package com.spokefleet.lake.partition;

import com.spokefleet.lake.parquet.ParquetTableReader;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import com.spokefleet.telemetry.FailureKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rows a partition's object holds, in key order. An object that cannot be read, is out of order
 * or holds another org's rows is a {@link StoreException} of kind BAD_DATA that names the key.
 */
public final class CurrentRows implements Closeable {
  private final String key;
  private final RowSequence sequence;
  private final @Nullable ParquetTableReader reader;

  /** Opens the downloaded object; null if there is none, which is to hold no rows. */
  CurrentRows(Table<?> table, Partition partition, @Nullable Path object) throws IOException {
    this.key = partition.key();
    this.sequence = new RowSequence(table, partition);
    try {
      this.reader = object == null ? null : new ParquetTableReader(table, object);
    } catch (IOException | RowException failure) {
      throw unreadable(failure);
    }
  }

  /** The next row, or null at the end. */
  public @Nullable Row next() {
    if (reader == null) {
      return null;
    }
    try {
      Row row = reader.next();
      if (row != null) {
        sequence.accept(row);
      }
      return row;
    } catch (IOException | RowException failure) {
      throw unreadable(failure);
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }

  private StoreException unreadable(Exception failure) {
    return new StoreException(
        FailureKind.BAD_DATA,
        "Cannot read the stored object " + key + ": " + failure.getMessage(),
        failure);
  }
}
