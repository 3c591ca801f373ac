package com.spokefleet.ingest;

import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Remembers when a dataset last ran to its end, and tells when it is due again. The stored form is
 * the instant.
 */
public final class DueTime {
  private final JsonState state;
  private final Duration period;

  public DueTime(JsonState state, Duration period) {
    this.state = state;
    this.period = period;
  }

  public boolean isDue(Instant now) {
    return state.read().map(stored -> !now.isBefore(parse(stored).plus(period))).orElse(true);
  }

  public void ranAt(Instant now) {
    state.read();
    state.write("\"" + now + "\"");
  }

  private Instant parse(String stored) {
    try {
      return Instant.parse(stored.replace("\"", ""));
    } catch (DateTimeException malformed) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read the time stored in " + state.key() + ": " + stored,
          malformed);
    }
  }
}
