package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import java.nio.charset.StandardCharsets;

/**
 * When an event happened: by its body, else when it was published, else when the bus or at last
 * Firehose got it; which of these it was is told.
 */
final class EventMoment {
  private static final byte[] NAME = ",\"event_time\":\"".getBytes(StandardCharsets.US_ASCII);

  private final Captured captured;
  private long milliseconds;

  EventMoment(Captured captured) {
    this.captured = captured;
  }

  void forget() {
    milliseconds = EventTime.NONE;
  }

  /** Milliseconds since 1970, once it is written. */
  long milliseconds() {
    return milliseconds;
  }

  /** Takes the body's own time; false if that is none, or one was taken before. */
  boolean take(long read) {
    if (read == EventTime.NONE || milliseconds != EventTime.NONE) {
      return false;
    }
    milliseconds = read;
    return true;
  }

  void write(long arrival, JsonBytes out) {
    String instead = "";
    if (milliseconds == EventTime.NONE) {
      milliseconds = captured(Role.PUBLISHED_AT, out);
      instead = "published_at";
    }
    if (milliseconds == EventTime.NONE) {
      milliseconds = captured(Role.BUS_TIME, out);
      instead = "bus_time";
    }
    if (milliseconds == EventTime.NONE) {
      milliseconds = Math.max(arrival, 0);
      instead = "arrival";
    }
    out.put(NAME);
    int from = out.length();
    EventTime.write(milliseconds, out);
    captured.put(Role.MOMENT, from, out.length());
    out.put('"');
    if (!instead.isEmpty()) {
      out.ascii(",\"event_time_source\":\"" + instead + "\"");
    }
  }

  private long captured(Role role, JsonBytes out) {
    return captured.has(role)
        ? EventTime.ofText(out.array(), captured.from(role), captured.to(role))
        : EventTime.NONE;
  }
}
