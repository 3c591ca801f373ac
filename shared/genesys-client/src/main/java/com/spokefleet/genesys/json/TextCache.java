package com.spokefleet.genesys.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives one String for equal texts that occur again and again (queue ids, metric names, media
 * types), so that a day of conversations does not hold millions of copies. A slot holds the latest
 * text that fell on it. Threads may share a cache: its entries are safe to publish by a race.
 */
public final class TextCache {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST_TEXT = 64;

  /** The characters are kept beside the String because arrays compare much faster. */
  private record Entry(char[] characters, String text) {}

  private final @Nullable Entry[] slots = new @Nullable Entry[SLOTS];

  /** Null when the text is not held; {@link #hold} may then be worth while. */
  @Nullable String find(char[] text, int start, int length) {
    if (length == 0 || length > LONGEST_TEXT) {
      return null;
    }
    Entry held = slots[slot(text, start, length)];
    if (held == null) {
      return null;
    }
    char[] characters = held.characters;
    boolean same = Arrays.equals(characters, 0, characters.length, text, start, start + length);
    return same ? held.text : null;
  }

  void hold(String text) {
    int length = text.length();
    if (length > 0 && length <= LONGEST_TEXT) {
      char[] characters = text.toCharArray();
      slots[slot(characters, 0, length)] = new Entry(characters, text);
    }
  }

  /** Some characters are enough to tell ids and words of a vocabulary apart. */
  private static int slot(char[] text, int start, int length) {
    int last = start + length - 1;
    int hash = length;
    hash = 31 * hash + text[start];
    hash = 31 * hash + text[start + (length >> 3)];
    hash = 31 * hash + text[start + (length >> 2)];
    hash = 31 * hash + text[start + (length >> 1)];
    hash = 31 * hash + text[last - (length >> 2)];
    hash = 31 * hash + text[last - (length >> 3)];
    hash = 31 * hash + text[last];
    hash *= 0x9E3779B9;
    return hash >>> 20;
  }
}
