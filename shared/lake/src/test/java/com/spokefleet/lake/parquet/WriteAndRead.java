package com.spokefleet.lake.parquet;

import com.spokefleet.lake.table.Sample;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a file and reads it back, as a process of its own. */
final class WriteAndRead {
  private WriteAndRead() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    try (ParquetTableWriter writer = new ParquetTableWriter(Sample.TABLE, file)) {
      for (int number = 0; number < 1_000; number++) {
        writer.write(Sample.of("org", "unit-%04d".formatted(number), 0, number).row());
      }
    }
    int rows = 0;
    try (ParquetTableReader reader = new ParquetTableReader(Sample.TABLE, file)) {
      while (reader.next() != null) {
        rows++;
      }
    }
    System.out.println("read " + rows + " rows");
  }
}
