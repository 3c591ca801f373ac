package com.spokefleet.events.flatten;

/** IP addresses as texts in bytes. */
final class Addresses {
  private Addresses() {}

  /**
   * Whether the address can be one of the internet: not of a private, local or shared network by
   * RFC 1918, 4193, 6598, 3927 and 4291.
   */
  static boolean isPublic(byte[] bytes, int from, int to) {
    int colon = find(bytes, from, to, ':');
    return colon < to ? isPublicVersion6(bytes, from, to) : isPublicVersion4(bytes, from, to);
  }

  private static boolean isPublicVersion6(byte[] bytes, int from, int to) {
    int first = Character.toLowerCase(bytes[from]);
    int second = from + 1 < to ? Character.toLowerCase(bytes[from + 1]) : 0;
    boolean local = first == ':' || first == 'f' && (second == 'c' || second == 'd');
    boolean link = first == 'f' && second == 'e';
    return !local && !link;
  }

  private static boolean isPublicVersion4(byte[] bytes, int from, int to) {
    int dot = find(bytes, from, to, '.');
    int next = find(bytes, dot + 1, to, '.');
    int first = number(bytes, from, dot);
    int second = number(bytes, Math.min(dot + 1, to), next);
    if (first < 0 || second < 0 || dot >= to) {
      return false;
    }
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168;
      default -> first < 224;
    };
  }

  private static int find(byte[] bytes, int from, int to, char wanted) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static int number(byte[] bytes, int from, int to) {
    if (to - from < 1 || to - from > 3) {
      return -1;
    }
    int value = 0;
    for (int at = from; at < to; at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return -1;
      }
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }
}
