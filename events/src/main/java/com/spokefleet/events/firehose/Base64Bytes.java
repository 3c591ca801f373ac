package com.spokefleet.events.firehose;

import java.util.Arrays;

/**
 * Base64 by RFC 4648 from one buffer into another; the JDK's own would make a new one each time.
 */
final class Base64Bytes {
  /** The bytes were not Base64. */
  static final int INVALID = -1;

  private static final byte[] LETTERS = letters();
  private static final int[] VALUES = values();

  private Base64Bytes() {}

  /** Room that decoding or encoding so many bytes needs at most. */
  static int encodedLength(int bytes) {
    return (bytes + 2) / 3 * 4;
  }

  /** Decodes into {@code target} from its start; returns the length, or {@link #INVALID}. */
  static int decode(byte[] source, int from, int to, byte[] target) {
    int end = unpadded(source, from, to);
    if (end < 0) {
      return INVALID;
    }
    int whole = from + (end - from) / 4 * 4;
    int at = from;
    int out = 0;
    while (at < whole) {
      int bits =
          VALUES[source[at] & 0xFF] << 18
              | VALUES[source[at + 1] & 0xFF] << 12
              | VALUES[source[at + 2] & 0xFF] << 6
              | VALUES[source[at + 3] & 0xFF];
      if (bits < 0) {
        return INVALID;
      }
      target[out] = (byte) (bits >> 16);
      target[out + 1] = (byte) (bits >> 8);
      target[out + 2] = (byte) bits;
      at += 4;
      out += 3;
    }
    return rest(source, at, end, target, out);
  }

  /** Encodes into {@code target} at {@code at}; returns where it ends. */
  static int encode(byte[] source, int from, int to, byte[] target, int at) {
    int in = from;
    int out = at;
    int whole = from + (to - from) / 3 * 3;
    while (in < whole) {
      int bits = (source[in] & 0xFF) << 16 | (source[in + 1] & 0xFF) << 8 | source[in + 2] & 0xFF;
      target[out] = LETTERS[bits >>> 18];
      target[out + 1] = LETTERS[bits >>> 12 & 63];
      target[out + 2] = LETTERS[bits >>> 6 & 63];
      target[out + 3] = LETTERS[bits & 63];
      in += 3;
      out += 4;
    }
    int left = to - in;
    if (left == 0) {
      return out;
    }
    int bits = (source[in] & 0xFF) << 16 | (left == 2 ? (source[in + 1] & 0xFF) << 8 : 0);
    target[out] = LETTERS[bits >>> 18];
    target[out + 1] = LETTERS[bits >>> 12 & 63];
    target[out + 2] = left == 2 ? LETTERS[bits >>> 6 & 63] : (byte) '=';
    target[out + 3] = '=';
    return out + 4;
  }

  /** The end without padding; negative where the length or the padding is wrong. */
  private static int unpadded(byte[] source, int from, int to) {
    if ((to - from) % 4 != 0) {
      return INVALID;
    }
    int end = to;
    for (int padding = 0; padding < 2 && end > from && source[end - 1] == '='; padding++) {
      end--;
    }
    return end;
  }

  private static int rest(byte[] source, int at, int end, byte[] target, int out) {
    int left = end - at;
    if (left == 0) {
      return out;
    }
    int bits = VALUES[source[at] & 0xFF] << 18 | VALUES[source[at + 1] & 0xFF] << 12;
    if (left == 3) {
      bits |= VALUES[source[at + 2] & 0xFF] << 6;
    }
    // Bits that no byte is made of must not hide anything.
    boolean clean = (bits & (left == 3 ? 0xFF : 0xFFFF)) == 0;
    if (bits < 0 || !clean) {
      return INVALID;
    }
    target[out] = (byte) (bits >> 16);
    if (left == 3) {
      target[out + 1] = (byte) (bits >> 8);
    }
    return out + left - 1;
  }

  private static byte[] letters() {
    byte[] letters = new byte[64];
    for (int value = 0; value < 26; value++) {
      letters[value] = (byte) ('A' + value);
      letters[value + 26] = (byte) ('a' + value);
    }
    for (int value = 0; value < 10; value++) {
      letters[value + 52] = (byte) ('0' + value);
    }
    letters[62] = '+';
    letters[63] = '/';
    return letters;
  }

  /** Negative in all its bits for what is no letter, so that it shows after any shift. */
  private static int[] values() {
    int[] values = new int[256];
    Arrays.fill(values, -1);
    for (int value = 0; value < LETTERS.length; value++) {
      values[LETTERS[value]] = value;
    }
    return values;
  }
}
