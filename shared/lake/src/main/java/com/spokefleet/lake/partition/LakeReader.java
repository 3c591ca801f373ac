package com.spokefleet.lake.partition;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads tables as a reader of the lake sees them: each partition's current object, row by row. */
public final class LakeReader {
  private final ObjectStore store;
  private final Path scratch;

  public LakeReader(ObjectStore store, Path scratch) {
    this.store = store;
    this.scratch = scratch;
  }

  /** The table's partitions that have an object, sorted by key. */
  public List<Partition> partitions(Table<?> table) {
    return under(table.name() + "/");
  }

  /** The table's partitions of one org. */
  public List<Partition> partitions(Table<?> table, String orgId) {
    return under(table.name() + "/org_id=" + orgId + "/");
  }

  private List<Partition> under(String prefix) {
    return store.list(prefix).stream().flatMap(key -> Partition.parse(key).stream()).toList();
  }

  /** Gives all rows of the table, over all orgs and days, partition by partition in key order. */
  public void forEach(Table<?> table, Consumer<Row> action) {
    for (Partition partition : partitions(table)) {
      forEach(table, partition, action);
    }
  }

  /** Gives the partition's rows in key order; none if it has no object. */
  public void forEach(Table<?> table, Partition partition, Consumer<Row> action) {
    try (ScratchFile object = new ScratchFile(scratch, "read-")) {
      if (store.download(partition.key(), object.path()).isEmpty()) {
        return;
      }
      try (CurrentRows rows = new CurrentRows(table, partition, object.path())) {
        for (Row row = rows.next(); row != null; row = rows.next()) {
          action.accept(row);
        }
      }
    } catch (IOException failure) {
      throw new StoreException(
          FailureKind.PERMANENT,
          "Cannot read " + partition.key() + ": the scratch folder failed",
          failure);
    }
  }
}
