package com.spokefleet.events.envelope;

/** Whether bytes are an IP address: a hash in its place, or a host's name, is none. */
final class IpAddress {
  private static final int LONGEST = 40;

  private IpAddress() {}

  static boolean isOne(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (bytes[at] == ':') {
        return isVersion6(bytes, from, to);
      }
    }
    return isVersion4(bytes, from, to);
  }

  private static boolean isVersion4(byte[] bytes, int from, int to) {
    int octets = 0;
    int digits = 0;
    int value = 0;
    for (int at = from; at <= to; at++) {
      if (at == to || bytes[at] == '.') {
        if (digits == 0 || digits > 3 || value > 255) {
          return false;
        }
        octets++;
        digits = 0;
        value = 0;
      } else if (bytes[at] >= '0' && bytes[at] <= '9') {
        digits++;
        value = value * 10 + bytes[at] - '0';
      } else {
        return false;
      }
    }
    return octets == 4;
  }

  /** Groups of up to four digits; two colons once for any number of groups. */
  private static boolean isVersion6(byte[] bytes, int from, int to) {
    int groups = 0;
    int gaps = 0;
    int at = from;
    if (bytes[at] == ':') {
      if (to - from < 2 || bytes[at + 1] != ':') {
        return false;
      }
      gaps++;
      at += 2;
    }
    while (at < to) {
      int begin = at;
      while (at < to && Character.digit(bytes[at], 16) >= 0) {
        at++;
      }
      if (at < to && bytes[at] == '.') {
        groups += 2;
        return isVersion4(bytes, begin, to) && complete(groups, gaps);
      }
      if (at == begin || at - begin > 4) {
        return false;
      }
      groups++;
      if (at == to) {
        break;
      }
      if (bytes[at] != ':' || ++at == to) {
        return false;
      }
      if (bytes[at] == ':') {
        gaps++;
        at++;
      }
    }
    return complete(groups, gaps);
  }

  private static boolean complete(int groups, int gaps) {
    return gaps == 0 ? groups == 8 : gaps == 1 && groups < 8;
  }
}
