package com.spokefleet.lake.partition;

import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A lake in a folder with one partition, and short ways to merge into it and to read it. */
final class MergeWorld {
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  static final Partition PARTITION = Partition.daily("samples", "org", DAY);

  private final Path folder;
  private final ObjectStore store;

  MergeWorld(Path folder) {
    this.folder = folder;
    this.store = new FolderObjectStore(folder.resolve("lake"));
  }

  ObjectStore store() {
    return store;
  }

  Path scratch() {
    return folder.resolve("scratch");
  }

  Path object() {
    return folder.resolve("lake").resolve(PARTITION.key());
  }

  String contentHash() throws IOException {
    return Sha256.of(object());
  }

  /** Merges units, each with one row per number, through the store given. */
  Merged merge(ObjectStore through, Fence fence, Map<String, List<Long>> units) {
    try (UnitBatch batch = new UnitBatch(List.of(Sample.TABLE), scratch(), 1_000)) {
      units.forEach((unit, numbers) -> batch.put(DAY, unit, List.of(rows(unit, numbers))));
      return new PartitionMerge(through, scratch()).merge(Sample.TABLE, PARTITION, batch, fence);
    }
  }

  Merged merge(Map<String, List<Long>> units) {
    return merge(store, Fence.none(), units);
  }

  List<Row> read() {
    List<Row> rows = new ArrayList<>();
    new LakeReader(store, scratch()).forEach(Sample.TABLE, rows::add);
    return rows;
  }

  static List<Row> rows(String unit, List<Long> numbers) {
    List<Row> rows = new ArrayList<>();
    for (long number : numbers) {
      rows.add(Sample.of("org", unit, rows.size(), number).row());
    }
    return rows;
  }
}
