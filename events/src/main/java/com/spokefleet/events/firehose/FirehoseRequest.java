package com.spokefleet.events.firehose;

import com.spokefleet.events.json.JsonKind;
import com.spokefleet.events.json.JsonScanner;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.json.MalformedJsonException;
import java.io.IOException;
import java.util.Arrays;

/**
 * Where the records of an invocation lie in its bytes: {@code {"records": [{"recordId",
 * "approximateArrivalTimestamp", "data"}, …]}} and members that are of no use here.
 */
final class FirehoseRequest {
  private final JsonScanner scanner = new JsonScanner();
  private byte[] bytes = new byte[0];
  private int[] places = new int[4 * 64];
  private long[] arrivals = new long[64];
  private boolean[] escaped = new boolean[64];
  private int records;

  /** Reads the request, which must stay as it is while it is used. */
  void read(byte[] request, int length) throws IOException {
    bytes = request;
    records = 0;
    scanner.reset(request, 0, length);
    try {
      scanner.beginObject();
      boolean first = true;
      while (scanner.nextMember(first)) {
        first = false;
        if (is("records") && scanner.kind() == JsonKind.ARRAY) {
          readRecords();
        } else {
          scanner.skip();
        }
      }
      scanner.finish();
    } catch (MalformedJsonException malformed) {
      throw new IOException("Cannot read the request of Firehose", malformed);
    }
  }

  int records() {
    return records;
  }

  byte[] bytes() {
    return bytes;
  }

  int idFrom(int record) {
    return places[4 * record];
  }

  int idTo(int record) {
    return places[4 * record + 1];
  }

  int dataFrom(int record) {
    return places[4 * record + 2];
  }

  int dataTo(int record) {
    return places[4 * record + 3];
  }

  /** Milliseconds since 1970; 0 if it was not told. */
  long arrival(int record) {
    return arrivals[record];
  }

  /** Whether the data holds escapes of JSON, as some write {@code /}. */
  boolean isEscaped(int record) {
    return escaped[record];
  }

  private void readRecords() throws MalformedJsonException, IOException {
    scanner.beginArray();
    boolean first = true;
    while (scanner.nextElement(first)) {
      first = false;
      room();
      readRecord();
      records++;
    }
  }

  private void readRecord() throws MalformedJsonException, IOException {
    Arrays.fill(places, 4 * records, 4 * records + 4, -1);
    arrivals[records] = 0;
    escaped[records] = false;
    scanner.beginObject();
    boolean first = true;
    while (scanner.nextMember(first)) {
      first = false;
      if (is("recordId") && scanner.kind() == JsonKind.STRING) {
        scanner.string();
        place(0);
      } else if (is("data") && scanner.kind() == JsonKind.STRING) {
        scanner.string();
        place(2);
        escaped[records] = scanner.escaped();
      } else if (is("approximateArrivalTimestamp") && scanner.kind() == JsonKind.NUMBER) {
        scanner.scalar();
        arrivals[records] = milliseconds(scanner.start(), scanner.end());
      } else {
        scanner.skip();
      }
    }
    if (idFrom(records) < 0) {
      throw new IOException(
          "Cannot answer record " + (records + 1) + " of the request of Firehose: it has no id");
    }
    if (dataFrom(records) < 0) {
      places[4 * records + 2] = 0;
      places[4 * records + 3] = 0;
    }
  }

  /** Whole milliseconds, as Firehose writes them, without a text in between. */
  private long milliseconds(int from, int to) {
    long value = 0;
    for (int at = from; at < to; at++) {
      boolean digit = bytes[at] >= '0' && bytes[at] <= '9';
      if (!digit || at - from > 17) {
        return Math.max(0, (long) Double.parseDouble(JsonStrings.decode(bytes, from, to)));
      }
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }

  private void place(int which) {
    places[4 * records + which] = scanner.start();
    places[4 * records + which + 1] = scanner.end();
  }

  private void room() {
    if (records == arrivals.length) {
      places = Arrays.copyOf(places, places.length * 2);
      arrivals = Arrays.copyOf(arrivals, arrivals.length * 2);
      escaped = Arrays.copyOf(escaped, escaped.length * 2);
    }
  }

  private boolean is(String name) {
    return JsonStrings.are(bytes, scanner.start(), scanner.end(), name);
  }
}
