package com.spokefleet.cli.transform;

import com.spokefleet.events.flatten.BadRecordException;
import com.spokefleet.events.flatten.DropReason;
import com.spokefleet.events.flatten.Flattener;
import com.spokefleet.events.json.JsonBytes;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;

/** Transforms lines, one event each; only the line at hand is held. */
final class LineTransformer {
  private final Flattener flattener;
  private final Clock clock;
  private final JsonBytes flat = new JsonBytes(1 << 14);
  private long line;
  private boolean whole = true;

  LineTransformer(Flattener flattener, Clock clock) {
    this.flattener = flattener;
    this.clock = clock;
  }

  /** Whether every line was transformed, or left out on purpose. */
  boolean transform(InputStream in, PrintStream out, PrintStream err) throws IOException {
    BufferedOutputStream records = new BufferedOutputStream(out);
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      int from = 0;
      for (int at = 0; at < read; at++) {
        if (buffer[at] == '\n') {
          event.write(buffer, from, at - from);
          from = at + 1;
          transform(event, records, err);
        }
      }
      event.write(buffer, from, read - from);
    }
    if (event.size() > 0) {
      transform(event, records, err);
    }
    records.flush();
    return whole;
  }

  private void transform(ByteArrayOutputStream event, BufferedOutputStream out, PrintStream err)
      throws IOException {
    line++;
    byte[] bytes = event.toByteArray();
    event.reset();
    flat.truncate(0);
    try {
      Optional<DropReason> dropped =
          flattener.flatten(bytes, 0, bytes.length, clock.millis(), flat);
      if (dropped.isPresent()) {
        err.printf("line %d is left out: %s%n", line, dropped.get().reason());
        return;
      }
      flat.put('\n');
      out.write(flat.array(), 0, flat.length());
    } catch (BadRecordException bad) {
      whole = false;
      err.printf("Cannot transform line %d: %s%n", line, bad.fault().reason());
    }
  }
}
