package com.spokefleet.lake.partition;

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
import java.util.List;

/**
 * Encodes rows of one table compactly for the scratch disk: a bitmap of nulls, then each value that
 * is there. {@link RowDecoder} is its inverse.
 */
final class RowEncoder {
  private final ColumnType[] types;
  private byte[] buffer = new byte[1024];
  private int length;

  RowEncoder(Table<?> table) {
    types = table.columns().stream().map(Column::type).toArray(ColumnType[]::new);
  }

  byte[] encode(List<Row> rows) {
    length = 0;
    writeUnsigned(rows.size());
    for (Row row : rows) {
      writeNulls(row);
      for (int column = 0; column < types.length; column++) {
        Object value = row.get(column);
        if (value != null) {
          writeValue(types[column], value);
        }
      }
    }
    return Arrays.copyOf(buffer, length);
  }

  private void writeNulls(Row row) {
    int bytes = (types.length + 7) / 8;
    reserve(bytes);
    Arrays.fill(buffer, length, length + bytes, (byte) 0);
    for (int column = 0; column < types.length; column++) {
      if (row.get(column) == null) {
        int position = length + column / 8;
        buffer[position] = (byte) (buffer[position] | 1 << column % 8);
      }
    }
    length += bytes;
  }

  private void writeValue(ColumnType type, Object value) {
    switch (type) {
      case TEXT -> writeText((String) value);
      case INTEGER -> writeSigned((Long) value);
      case DOUBLE -> writeFixed(Double.doubleToRawLongBits((Double) value));
      case BOOLEAN -> writeUnsigned((Boolean) value ? 1 : 0);
      case TIMESTAMP -> writeSigned(PhysicalValue.ofInstant((Instant) value));
      case DATE -> writeSigned(((LocalDate) value).toEpochDay());
      case DECIMAL, RATE -> writeSigned(PhysicalValue.ofDecimal((BigDecimal) value));
    }
  }

  private void writeText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeUnsigned(bytes.length);
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void writeFixed(long bits) {
    reserve(Long.BYTES);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      buffer[length++] = (byte) (bits >>> shift);
    }
  }

  /** Zigzag, so that small negative numbers stay short. */
  private void writeSigned(long value) {
    writeUnsigned(value << 1 ^ value >> 63);
  }

  private void writeUnsigned(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer[length++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    buffer[length++] = (byte) rest;
  }

  private void reserve(int bytes) {
    if (buffer.length - length < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
    }
  }
}
