package com.spokefleet.lake.partition;

import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.table.Sample;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Merges a large day whose units come in no order; run in a JVM with little heap. */
final class ShuffledDay {
  static final int UNITS = 250_000;

  private static final long MEMORY_BYTES = 4 << 20;

  /** Odd, so that multiples of it modulo a power of two meet every number once. */
  private static final long STEP = 0x9E3779B1L;

  private ShuffledDay() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    LocalDate day = LocalDate.of(2026, 11, 20);
    try (UnitBatch batch =
        new UnitBatch(List.of(Sample.TABLE), folder.resolve("scratch"), MEMORY_BYTES)) {
      for (long number = 0, put = 0; put < UNITS; number++) {
        long shuffled = number * STEP & 0x3FFFF;
        if (shuffled < UNITS) {
          String unit = String.format(Locale.ROOT, "unit-%08d", shuffled);
          batch.put(day, unit, List.of(List.of(Sample.of("org", unit, 0, shuffled).row())));
          put++;
        }
      }
      Merged merged =
          new PartitionMerge(
                  new FolderObjectStore(folder.resolve("lake")), folder.resolve("scratch"))
              .merge(Sample.TABLE, Partition.daily("samples", "org", day), batch, Fence.none());
      System.out.println(merged.units() + " units, " + merged.rows() + " rows");
    }
  }
}
