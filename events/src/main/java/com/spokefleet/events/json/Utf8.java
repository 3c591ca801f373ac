package com.spokefleet.events.json;

/** Characters of more than one byte, by RFC 3629: no overlong forms, no surrogates. */
final class Utf8 {
  private Utf8() {}

  /** How many bytes the character at this place has; 0 if it is none. */
  static int lengthAt(byte[] bytes, int at, int limit) {
    int first = bytes[at] & 0xFF;
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > limit || !secondFits(first, bytes[at + 1] & 0xFF)) {
      return 0;
    }
    for (int next = at + 2; next < at + length; next++) {
      if (!continues(bytes[next])) {
        return 0;
      }
    }
    return length;
  }

  /** Whether a character cannot begin here. */
  static boolean continues(byte next) {
    return (next & 0xC0) == 0x80;
  }

  private static boolean secondFits(int first, int second) {
    return switch (first) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> (second & 0xC0) == 0x80;
    };
  }
}
