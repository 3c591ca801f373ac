package com.spokefleet.genesys.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Gives one String for equal texts that occur again and again (queue ids, metric names, media
 * types), so that a day of conversations does not hold millions of copies. A slot holds the latest
 * text that fell on it. Threads may share a cache: Strings are safe to publish by a race.
 */
final class TextCache {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST_TEXT = 64;

  private final @Nullable String[] slots = new @Nullable String[SLOTS];

  String get(char[] text, int start, int length) {
    if (length > LONGEST_TEXT) {
      return new String(text, start, length);
    }
    int slot = slot(text, start, length);
    String held = slots[slot];
    if (held != null && equal(held, text, start, length)) {
      return held;
    }
    String fresh = new String(text, start, length);
    slots[slot] = fresh;
    return fresh;
  }

  private static int slot(char[] text, int start, int length) {
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + text[i];
    }
    return (hash ^ (hash >>> 15)) & (SLOTS - 1);
  }

  private static boolean equal(String held, char[] text, int start, int length) {
    if (held.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (held.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }
}
