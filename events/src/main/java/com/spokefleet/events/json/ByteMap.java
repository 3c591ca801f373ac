package com.spokefleet.events.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A map from bytes, looked up where they lie in a buffer and so without allocating. */
public final class ByteMap<V> {
  private static final int SMALLEST = 8;

  private byte[][] keys = new byte[SMALLEST][];
  private Object[] values = new Object[SMALLEST];
  private int size;

  public int size() {
    return size;
  }

  public @Nullable V get(byte[] bytes, int from, int to) {
    int slot = slot(keys, bytes, from, to);
    @SuppressWarnings("unchecked")
    V value = (V) values[slot];
    return value;
  }

  /** Adds what is not there yet; copies the key. */
  public void put(byte[] bytes, int from, int to, V value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(keys, bytes, from, to);
    keys[slot] = Arrays.copyOfRange(bytes, from, to);
    values[slot] = value;
    size++;
  }

  private void grow() {
    byte[][] more = new byte[keys.length * 2][];
    Object[] moved = new Object[keys.length * 2];
    for (int slot = 0; slot < keys.length; slot++) {
      byte[] key = keys[slot];
      if (key != null) {
        int place = slot(more, key, 0, key.length);
        more[place] = key;
        moved[place] = values[slot];
      }
    }
    keys = more;
    values = moved;
  }

  /** Where the key is, or would be. */
  private static int slot(byte[][] keys, byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + bytes[at];
    }
    int slot = (hash ^ hash >>> 15) & keys.length - 1;
    while (keys[slot] != null
        && !Arrays.equals(keys[slot], 0, keys[slot].length, bytes, from, to)) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }
}
