package com.spokefleet.lake.partition;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A buffer's units on disk: for each day and table one slice, its units in order. The slices'
 * places are kept in memory.
 */
final class SpilledRun {
  private static final int BUFFER_BYTES = 64 << 10;

  private record SliceName(LocalDate day, int table) {}

  private record Slice(long offset, int units) {}

  private final Path file;
  private final Map<SliceName, Slice> slices = new HashMap<>();

  private SpilledRun(Path file) {
    this.file = file;
  }

  static SpilledRun write(UnitBuffer buffer, int tables, Path file) throws IOException {
    SpilledRun run = new SpilledRun(file);
    try (PositionedOutput output =
        new PositionedOutput(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES))) {
      for (LocalDate day : buffer.days()) {
        List<Map.Entry<String, byte[][]>> units = buffer.sorted(day);
        for (int table = 0; table < tables; table++) {
          run.slices.put(new SliceName(day, table), new Slice(output.position(), units.size()));
          for (Map.Entry<String, byte[][]> unit : units) {
            output.write(unit.getKey().getBytes(StandardCharsets.UTF_8), unit.getValue()[table]);
          }
        }
      }
    }
    return run;
  }

  UnitCursor cursor(LocalDate day, int table) throws IOException {
    Slice slice = slices.getOrDefault(new SliceName(day, table), new Slice(0, 0));
    FileChannel channel = FileChannel.open(file);
    channel.position(slice.offset());
    return new FileCursor(Channels.newInputStream(channel), slice.units());
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static final class PositionedOutput implements AutoCloseable {
    private final DataOutputStream output;
    private long position;

    PositionedOutput(BufferedOutputStream output) {
      this.output = new DataOutputStream(output);
    }

    long position() {
      return position;
    }

    void write(byte[] unit, byte[] rows) throws IOException {
      output.writeInt(unit.length);
      output.write(unit);
      output.writeInt(rows.length);
      output.write(rows);
      position += 2L * Integer.BYTES + unit.length + rows.length;
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }

  private static final class FileCursor implements UnitCursor {
    private final DataInputStream input;
    private int unitsLeft;
    private String unit = "";
    private byte[] rows = new byte[0];

    FileCursor(InputStream input, int units) {
      this.input = new DataInputStream(new BufferedInputStream(input, BUFFER_BYTES));
      this.unitsLeft = units;
    }

    @Override
    public boolean advance() throws IOException {
      if (unitsLeft == 0) {
        return false;
      }
      unitsLeft--;
      unit = new String(input.readNBytes(input.readInt()), StandardCharsets.UTF_8);
      rows = input.readNBytes(input.readInt());
      return true;
    }

    @Override
    public String unit() {
      return unit;
    }

    @Override
    public byte[] encodedRows() {
      return rows;
    }

    @Override
    public void close() throws IOException {
      input.close();
    }
  }
}
