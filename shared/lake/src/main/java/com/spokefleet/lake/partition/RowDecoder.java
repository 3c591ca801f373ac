package com.spokefleet.lake.partition;

import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.ColumnType;
import com.spokefleet.lake.table.PhysicalValue;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes what {@link RowEncoder} encoded. */
final class RowDecoder {
  private final ColumnType[] types;
  private final byte[][] lastBytes;
  private final String[] lastText;
  private byte[] buffer = new byte[0];
  private int position;

  RowDecoder(Table<?> table) {
    types = table.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    lastBytes = new byte[types.length][0];
    lastText = new String[types.length];
    Arrays.fill(lastText, "");
  }

  List<Row> decode(byte[] encoded) {
    buffer = encoded;
    position = 0;
    int count = Math.toIntExact(readUnsigned());
    List<Row> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      rows.add(readRow());
    }
    return rows;
  }

  private Row readRow() {
    int nulls = position;
    position += (types.length + 7) / 8;
    @Nullable Object[] values = new @Nullable Object[types.length];
    for (int column = 0; column < types.length; column++) {
      if ((buffer[nulls + column / 8] & 1 << column % 8) == 0) {
        values[column] = readValue(column);
      }
    }
    return Row.ofCanonical(values);
  }

  private Object readValue(int column) {
    return switch (types[column]) {
      case TEXT -> readText(column);
      case INTEGER -> readSigned();
      case DOUBLE -> Double.longBitsToDouble(readFixed());
      case BOOLEAN -> readUnsigned() == 1;
      case TIMESTAMP -> PhysicalValue.toInstant(readSigned());
      case DATE -> LocalDate.ofEpochDay(readSigned());
      case DECIMAL, RATE -> PhysicalValue.toDecimal(readSigned(), types[column]);
    };
  }

  /** Neighbouring rows often repeat a text (the org, the queue): one string serves them all. */
  private String readText(int column) {
    int length = Math.toIntExact(readUnsigned());
    int start = position;
    position += length;
    byte[] last = lastBytes[column];
    if (Arrays.equals(last, 0, last.length, buffer, start, position)) {
      return lastText[column];
    }
    String text = new String(buffer, start, length, StandardCharsets.UTF_8);
    lastBytes[column] = Arrays.copyOfRange(buffer, start, position);
    lastText[column] = text;
    return text;
  }

  private long readFixed() {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bits |= (buffer[position++] & 0xFFL) << shift;
    }
    return bits;
  }

  private long readSigned() {
    long encoded = readUnsigned();
    return encoded >>> 1 ^ -(encoded & 1);
  }

  private long readUnsigned() {
    long value = 0;
    int shift = 0;
    while (true) {
      byte next = buffer[position++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
      shift += 7;
    }
  }
}
