package com.spokefleet.lake.parquet;

import com.spokefleet.lake.table.ColumnType;
import com.spokefleet.lake.table.PhysicalValue;
import java.time.LocalDate;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Turns one column's stored values into its value class; a dictionary is decoded once. */
final class ValueConverter extends PrimitiveConverter {
  private final ValueSink sink;
  private final int column;
  private final ColumnType type;
  private Object[] dictionary = new Object[0];

  ValueConverter(ValueSink sink, int column, ColumnType type) {
    this.sink = sink;
    this.column = column;
    this.type = type;
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary stored) {
    dictionary = new Object[stored.getMaxId() + 1];
    for (int id = 0; id < dictionary.length; id++) {
      dictionary[id] =
          switch (type) {
            case TEXT -> stored.decodeToBinary(id).toStringUsingUTF8();
            case INTEGER, TIMESTAMP, DECIMAL, RATE -> ofLong(stored.decodeToLong(id));
            case DOUBLE -> stored.decodeToDouble(id);
            case BOOLEAN -> stored.decodeToBoolean(id);
            case DATE -> ofInteger(stored.decodeToInt(id));
          };
    }
  }

  @Override
  public void addValueFromDictionary(int id) {
    sink.put(column, dictionary[id]);
  }

  @Override
  public void addBinary(Binary value) {
    sink.put(column, value.toStringUsingUTF8());
  }

  @Override
  public void addBoolean(boolean value) {
    sink.put(column, value);
  }

  @Override
  public void addDouble(double value) {
    sink.put(column, value);
  }

  @Override
  public void addInt(int value) {
    sink.put(column, ofInteger(value));
  }

  @Override
  public void addLong(long value) {
    sink.put(column, ofLong(value));
  }

  private static Object ofInteger(int stored) {
    return LocalDate.ofEpochDay(stored);
  }

  private Object ofLong(long stored) {
    return switch (type) {
      case TIMESTAMP -> PhysicalValue.toInstant(stored);
      case DECIMAL, RATE -> PhysicalValue.toDecimal(stored, type);
      case INTEGER -> stored;
      case TEXT, DOUBLE, BOOLEAN, DATE ->
          throw new IllegalStateException("Cannot read a long as " + type);
    };
  }
}
