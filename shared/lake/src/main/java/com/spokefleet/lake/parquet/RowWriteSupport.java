package com.spokefleet.lake.parquet;

import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.ColumnType;
import com.spokefleet.lake.table.PhysicalValue;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Writes rows straight into parquet-java's column writers. */
final class RowWriteSupport extends WriteSupport<Row> {
  private final Table<?> table;
  private final String[] names;
  private final ColumnType[] types;
  private final String[] lastTexts;
  private final Binary[] lastBinaries;
  private @Nullable RecordConsumer consumer;

  RowWriteSupport(Table<?> table) {
    this.table = table;
    this.names = table.columns().stream().map(Column::name).toArray(String[]::new);
    this.types = table.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    this.lastTexts = new String[types.length];
    this.lastBinaries = new Binary[types.length];
    Arrays.fill(lastTexts, "");
    Arrays.fill(lastBinaries, Binary.EMPTY);
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(ParquetSchema.of(table), Map.of());
  }

  @Override
  public WriteContext init(Configuration configuration) {
    throw new UnsupportedOperationException("Cannot write through Hadoop: it is not there");
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(Row row) {
    RecordConsumer target = consumer;
    if (target == null) {
      throw new IllegalStateException("Cannot write a row before the file is open");
    }
    target.startMessage();
    for (int index = 0; index < types.length; index++) {
      Object value = row.get(index);
      if (value != null) {
        target.startField(names[index], index);
        add(target, index, value);
        target.endField(names[index], index);
      }
    }
    target.endMessage();
  }

  private void add(RecordConsumer target, int column, Object value) {
    switch (types[column]) {
      case TEXT -> target.addBinary(binary(column, (String) value));
      case INTEGER -> target.addLong((Long) value);
      case DOUBLE -> target.addDouble((Double) value);
      case BOOLEAN -> target.addBoolean((Boolean) value);
      case TIMESTAMP -> target.addLong(PhysicalValue.ofInstant((Instant) value));
      case DATE -> target.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
      case DECIMAL, RATE -> target.addLong(PhysicalValue.ofDecimal((BigDecimal) value));
    }
  }

  /** Neighbouring rows often repeat a text (the org, the conversation): it is encoded once. */
  private Binary binary(int column, String text) {
    if (!text.equals(lastTexts[column])) {
      lastTexts[column] = text;
      lastBinaries[column] = Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
    return lastBinaries[column];
  }
}
