package com.spokefleet.cli.kpi;

import com.spokefleet.lake.parquet.ParquetTableWriter;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes partitions of a lake from the few values a test is about. */
public final class LakeBuilder {
  private final Path lake;

  public LakeBuilder(Path lake) {
    this.lake = lake;
  }

  /** Rows in key order; what is required and not given is nothing, false or a fixed time. */
  @SafeVarargs
  public final LakeBuilder partition(
      Table<?> table, Partition partition, Map<String, Object>... rows) throws IOException {
    Path file = lake.resolve(partition.key());
    Files.createDirectories(file.getParent());
    try (ParquetTableWriter writer = new ParquetTableWriter(table, file)) {
      for (Map<String, Object> row : rows) {
        writer.write(row(table, row));
      }
    }
    return this;
  }

  private static Row row(Table<?> table, Map<String, Object> given) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      Object value = given.get(column.name());
      values.add(value == null && column.required() ? filler(column) : value);
    }
    given.keySet().forEach(table::indexOf);
    return Row.ofValues(table, values);
  }

  private static Object filler(Column<?> column) {
    return switch (column.type()) {
      case TEXT -> "";
      case INTEGER -> 0L;
      case DOUBLE -> 0.0;
      case BOOLEAN -> false;
      case TIMESTAMP -> Instant.EPOCH;
      case DATE -> LocalDate.EPOCH;
      case DECIMAL, RATE -> BigDecimal.ZERO;
    };
  }
}
