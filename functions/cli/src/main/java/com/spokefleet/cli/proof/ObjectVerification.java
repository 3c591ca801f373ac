package com.spokefleet.cli.proof;

import com.spokefleet.lake.parquet.ParquetTableReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds objects against their proofs: the same bytes, the same number of rows, the same number of
 * units. Finds rotten bits and edits by others.
 */
public final class ObjectVerification {
  private final ObjectStore store;
  private final Path scratch;

  public ObjectVerification(ObjectStore store, Path scratch) {
    this.store = store;
    this.scratch = scratch;
  }

  DayProof verify(Table<?> table, String orgId, DayProof day) {
    if (day.proof().isEmpty()) {
      return day;
    }
    PartitionProof proof = day.proof().get();
    String key = Partition.daily(table.name(), orgId, day.day()).key();
    try {
      Path file = Files.createTempFile(scratch, "verify-", ".parquet");
      try {
        boolean exists = store.download(key, file).isPresent();
        String defect = exists ? defect(table, proof, file) : defectOfNothing(proof);
        return defect.isEmpty() ? day : day.damaged(defect);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new StoreException(
          FailureKind.PERMANENT, "Cannot verify " + key + ": the scratch folder failed", failure);
    }
  }

  private static String defectOfNothing(PartitionProof proof) {
    return proof.contentSha256().isEmpty() ? "" : "the object is gone";
  }

  private static String defect(Table<?> table, PartitionProof proof, Path file) throws IOException {
    if (proof.contentSha256().isEmpty()) {
      return "there is an object where the proof says nothing";
    }
    if (!Sha256.of(file).equals(proof.contentSha256())) {
      return "its bytes are not those that were proven";
    }
    Counted counted;
    try {
      counted = count(table, file);
    } catch (IOException | RowException unreadable) {
      return "it cannot be read: " + unreadable.getMessage();
    }
    if (counted.rows() != proof.rows()) {
      return "it holds %,d rows instead of %,d".formatted(counted.rows(), proof.rows());
    }
    boolean unitsLead = table.key().indexOf(table.unit()) == 1;
    if (unitsLead && counted.units() != proof.units()) {
      return "it holds %,d units instead of %,d".formatted(counted.units(), proof.units());
    }
    return "";
  }

  private record Counted(long rows, long units) {}

  /** Rows come in key order, so the rows of a unit follow each other. */
  private static Counted count(Table<?> table, Path file) throws IOException {
    int unitColumn = table.indexOf(table.unit());
    long rows = 0;
    long units = 0;
    @Nullable Object unit = null;
    try (ParquetTableReader reader = new ParquetTableReader(table, file)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        Object next = row.get(unitColumn);
        units += Objects.equals(unit, next) ? 0 : 1;
        unit = next;
        rows++;
      }
    }
    return new Counted(rows, units);
  }
}
