package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import java.util.Arrays;

/** Where in the flat event the fields lie that an envelope asks for, as they were written. */
final class Captured {
  private final int[] from = new int[Role.values().length];
  private final int[] to = new int[Role.values().length];
  private final boolean[] withheld = new boolean[Role.values().length];

  void clear() {
    Arrays.fill(from, 0);
    Arrays.fill(to, -1);
    Arrays.fill(withheld, false);
  }

  /** Of several the first counts; of a string without its quotes. */
  void put(Role role, int begin, int end) {
    int place = role.ordinal();
    if (to[place] < 0) {
      from[place] = begin;
      to[place] = end;
    }
  }

  /** It lies there as well, which is its own field; if that is empty, it may not be told. */
  void move(Role role, int begin, int end) {
    from[role.ordinal()] = begin;
    to[role.ordinal()] = end;
  }

  /**
   * Takes the field that has the role out of what was written, and notes where the others lie then.
   * Does nothing if there is none, or if it lies within an array.
   */
  void remove(Role role, JsonBytes out) {
    int place = role.ordinal();
    if (!has(role)) {
      return;
    }
    byte[] bytes = out.array();
    int quote = bytes[from[place] - 1] == '"' ? 1 : 0;
    int colon = from[place] - quote - 1;
    if (bytes[colon] != ':') {
      return;
    }
    int end = to[place] + quote;
    // Names have no quotes within.
    int begin = colon - 2;
    while (bytes[begin] != '"') {
      begin--;
    }
    begin--;
    out.remove(begin, end);
    to[place] = from[place] - 1;
    for (int other = 0; other < from.length; other++) {
      if (from[other] >= end) {
        from[other] -= end - begin;
        to[other] -= end - begin;
      }
    }
  }

  /** Whether it was there, and is not empty. */
  boolean has(Role role) {
    return to[role.ordinal()] > from[role.ordinal()];
  }

  /** Notes that it was there and not empty, and may not be told. */
  void withhold(Role role) {
    if (to[role.ordinal()] < 0) {
      withheld[role.ordinal()] = true;
    }
  }

  /** Whether it was there and not empty, and may not be told. */
  boolean isWithheld(Role role) {
    return withheld[role.ordinal()];
  }

  int from(Role role) {
    return from[role.ordinal()];
  }

  int to(Role role) {
    return to[role.ordinal()];
  }

  /** Writes it again; nothing if it was not there. */
  void copy(Role role, JsonBytes out) {
    if (has(role)) {
      out.repeat(from(role), to(role));
    }
  }
}
