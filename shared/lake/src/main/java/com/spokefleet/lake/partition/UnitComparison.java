package com.spokefleet.lake.partition;

import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.table.TextOrder;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Holds the units of a batch against those a partition holds, as a stream, for tables that have one
 * row per unit. Reads only.
 */
public final class UnitComparison {
  private final LakeReader reader;

  public UnitComparison(LakeReader reader) {
    this.reader = reader;
  }

  /** Is told every stored unit, in order. */
  public interface Visitor {
    /** The unit is stored and in the batch. */
    void both(String unit, Row stored, Row fresh);

    /** The unit is stored and not in the batch. */
    void onlyStored(String unit, Row stored);
  }

  public void compare(Table<?> table, Partition partition, UnitBatch batch, Visitor visitor) {
    TableUnits units = new TableUnits(table);
    try (UnitStream fresh = batch.stream(table, partition.day().orElse(UnitBatch.WITHOUT_DAY))) {
      Walk walk = new Walk(fresh, visitor);
      reader.forEach(table, partition, stored -> walk.visit(units.unitOf(stored), stored));
    } catch (IOException | UncheckedIOException failure) {
      throw new StoreException(
          FailureKind.PERMANENT,
          "Cannot compare " + partition.key() + ": the scratch folder failed",
          failure);
    }
  }

  private static final class Walk {
    private final UnitStream stream;
    private final Visitor visitor;
    private @Nullable UnitRows fresh;

    Walk(UnitStream stream, Visitor visitor) throws IOException {
      this.stream = stream;
      this.visitor = visitor;
      this.fresh = stream.next();
    }

    void visit(String unit, Row stored) {
      UnitRows met = advanceTo(unit);
      if (met == null || met.rows().isEmpty()) {
        visitor.onlyStored(unit, stored);
      } else {
        visitor.both(unit, stored, met.rows().getFirst());
      }
    }

    /** The batch's rows of the unit, or null if it has none. */
    private @Nullable UnitRows advanceTo(String unit) {
      try {
        while (fresh != null && TextOrder.compare(fresh.unit(), unit) < 0) {
          fresh = stream.next();
        }
        return fresh != null && fresh.unit().equals(unit) ? fresh : null;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
