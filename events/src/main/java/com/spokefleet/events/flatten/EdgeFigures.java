package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonKind;
import com.spokefleet.events.json.JsonScanner;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.json.MalformedJsonException;

/**
 * What an edge's metrics come to, under the names of Splunk's Common Information Model
 * (Performance): processor load of all processors in percent, physical memory and all disks in MB,
 * all networks in bytes a second. What the edge does not tell is left out.
 */
final class EdgeFigures {
  private static final long MEGABYTE = 1L << 20;
  private static final long UNKNOWN = -1;
  private static final int NOWHERE = -1;

  /** Below, doubles are exact. */
  private static final double LARGEST = 9e15;

  /** Characters of a number that measures anything. */
  private static final int LONGEST = 40;

  private final JsonScanner scanner;
  private final FieldWriter writer;
  private int processors;
  private int memory;
  private int disks;
  private int networks;
  private long firstNumber;
  private long secondNumber;
  private boolean named;

  EdgeFigures(JsonScanner scanner, FieldWriter writer) {
    this.scanner = scanner;
    this.writer = writer;
  }

  /** Begins the next record. */
  void begin() {
    processors = NOWHERE;
    memory = NOWHERE;
    disks = NOWHERE;
    networks = NOWHERE;
  }

  /** Notes where an array begins. */
  void found(Role role, int position) {
    switch (role) {
      case PROCESSORS -> processors = position;
      case MEMORY -> memory = position;
      case DISKS -> disks = position;
      case NETWORKS -> networks = position;
      default -> {}
    }
  }

  /** Writes the figures; leaves the scanner anywhere. */
  void write(FieldTree tree, byte[] in) throws MalformedJsonException, BadRecordException {
    if (begins(processors)) {
      long load = UNKNOWN;
      boolean first = true;
      while (next(first, in, "cpuId", "total", "activeTimePct", "")) {
        first = false;
        load = named ? firstNumber : load;
      }
      number(tree, "cpu_load_percent", load);
    }
    if (begins(memory)) {
      boolean first = true;
      while (next(first, in, "type", "physical", "totalBytes", "availableBytes")) {
        first = false;
        if (named) {
          space(tree, "mem", firstNumber, secondNumber);
        }
      }
    }
    if (begins(disks)) {
      space(tree, "storage", sum(in, "totalBytes"), sum(in, "availableBytes"));
    }
    if (begins(networks)) {
      long sent = sum(in, "sentBytesPerSec");
      long received = sum(in, "receivedBytesPerSec");
      number(tree, "thruput", sent < 0 || received < 0 ? UNKNOWN : sent + received);
    }
  }

  private boolean begins(int position) throws MalformedJsonException {
    if (position == NOWHERE) {
      return false;
    }
    scanner.seek(position);
    return scanner.kind() == JsonKind.ARRAY;
  }

  /** Sum over all elements of the array that comes next; stays before it. */
  private long sum(byte[] in, String number) throws MalformedJsonException {
    int begin = scanner.position();
    long sum = UNKNOWN;
    boolean first = true;
    while (next(first, in, "", "", number, "")) {
      first = false;
      if (firstNumber >= 0) {
        sum = Math.max(sum, 0) + firstNumber;
      }
    }
    scanner.seek(begin);
    return sum;
  }

  /** Reads the next element; whether its text is the wanted one, and two of its numbers. */
  private boolean next(
      boolean first, byte[] in, String text, String wanted, String firstName, String secondName)
      throws MalformedJsonException {
    if (first) {
      scanner.beginArray();
    }
    if (!scanner.nextElement(first)) {
      return false;
    }
    named = false;
    firstNumber = UNKNOWN;
    secondNumber = UNKNOWN;
    if (scanner.kind() != JsonKind.OBJECT) {
      scanner.skip();
      return true;
    }
    scanner.beginObject();
    boolean firstMember = true;
    while (scanner.nextMember(firstMember)) {
      firstMember = false;
      int from = scanner.start();
      int to = scanner.end();
      JsonKind kind = scanner.kind();
      if (kind == JsonKind.STRING) {
        scanner.string();
        named |=
            JsonStrings.are(in, from, to, text)
                && JsonStrings.are(in, scanner.start(), scanner.end(), wanted);
      } else if (kind == JsonKind.NUMBER) {
        scanner.scalar();
        long value = whole(in, scanner.start(), scanner.end());
        firstNumber = JsonStrings.are(in, from, to, firstName) ? value : firstNumber;
        secondNumber = JsonStrings.are(in, from, to, secondName) ? value : secondNumber;
      } else {
        scanner.skip();
      }
    }
    return true;
  }

  private void space(FieldTree tree, String name, long total, long free) throws BadRecordException {
    if (total <= 0 || free < 0 || free > total) {
      return;
    }
    long used = total - free;
    number(tree, name, total / MEGABYTE);
    number(tree, name + "_free", free / MEGABYTE);
    number(tree, name + "_used", used / MEGABYTE);
    percent(tree, name + "_free_percent", free, total);
    percent(tree, name + "_used_percent", used, total);
  }

  private void number(FieldTree tree, String name, long value) throws BadRecordException {
    if (value >= 0 && writer.name(tree.name(name))) {
      writer.out().number(value);
    }
  }

  /** With one decimal, by whole numbers: a double might be written with an exponent. */
  private void percent(FieldTree tree, String name, long part, long total)
      throws BadRecordException {
    if (writer.name(tree.name(name))) {
      long tenths = Math.round(1_000.0 * part / total);
      JsonBytes out = writer.out();
      out.number(tenths / 10);
      out.put('.');
      out.number(tenths % 10);
    }
  }

  /** The whole part of a number that is not negative and fits; otherwise unknown. */
  private static long whole(byte[] in, int from, int to) {
    long value = 0;
    for (int at = from; at < to; at++) {
      if (in[at] < '0' || in[at] > '9' || at - from > 17) {
        return wholeOfDecimal(in, from, to);
      }
      value = value * 10 + in[at] - '0';
    }
    return value;
  }

  /** Edges write large numbers as {@code 2.7973632E9}, too. */
  private static long wholeOfDecimal(byte[] in, int from, int to) {
    if (to - from > LONGEST) {
      return UNKNOWN;
    }
    double value = Double.parseDouble(JsonStrings.decode(in, from, to));
    return value >= 0 && value < LARGEST ? (long) value : UNKNOWN;
  }
}
