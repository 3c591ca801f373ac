package com.spokefleet.events.json;

/**
 * The grammar of numbers, RFC 8259 section 6. Where a number ends is told as one number, so that
 * nothing is allocated: the place itself, or if no number ends there, the complement of the place
 * at which a digit is missing.
 */
final class JsonNumber {
  private JsonNumber() {}

  /** Where the number ends that begins here; see {@link #isWhole} and {@link #reached}. */
  static int end(byte[] bytes, int from, int limit) {
    int at = from;
    if (at < limit && bytes[at] == '-') {
      at++;
    }
    at = at < limit && bytes[at] == '0' ? at + 1 : digits(bytes, at, limit);
    if (at >= 0 && at < limit && bytes[at] == '.') {
      at = digits(bytes, at + 1, limit);
    }
    if (at >= 0 && at < limit && (bytes[at] | 0x20) == 'e') {
      at++;
      if (at < limit && (bytes[at] == '+' || bytes[at] == '-')) {
        at++;
      }
      at = digits(bytes, at, limit);
    }
    return at;
  }

  static boolean isWhole(int end) {
    return end >= 0;
  }

  /** The byte after the number, or the one at which it went wrong. */
  static int reached(int end) {
    return end >= 0 ? end : ~end;
  }

  private static int digits(byte[] bytes, int from, int limit) {
    int at = from;
    while (at < limit && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at == from ? ~at : at;
  }
}
