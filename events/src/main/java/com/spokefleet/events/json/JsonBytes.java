package com.spokefleet.events.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON being written, in a buffer that grows and is used again. */
public final class JsonBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int length;

  public JsonBytes(int capacity) {
    this.bytes = new byte[capacity];
  }

  /** The buffer itself, valid until the next write; the first {@link #length} bytes count. */
  public byte[] array() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** Forgets what was written from there on. */
  public void truncate(int keep) {
    length = keep;
  }

  /** Takes a part out of the middle; what is behind it moves up. */
  public void remove(int from, int to) {
    System.arraycopy(bytes, to, bytes, from, length - to);
    length -= to - from;
  }

  public void put(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  public void put(byte[] source) {
    put(source, 0, source.length);
  }

  public void put(byte[] source, int from, int to) {
    int count = to - from;
    reserve(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  /** Repeats what was written before. */
  public void repeat(int from, int to) {
    reserve(to - from);
    System.arraycopy(bytes, from, bytes, length, to - from);
    length += to - from;
  }

  /** Text that needs no escapes, such as names of fields. */
  public void ascii(String text) {
    reserve(text.length());
    for (int at = 0; at < text.length(); at++) {
      bytes[length++] = (byte) text.charAt(at);
    }
  }

  /** Text as a string in quotes. */
  public void string(String text) {
    put('"');
    escape(text);
    put('"');
  }

  /** Text as it stands within a string; allocates nothing if it is ASCII. */
  public void escape(String text) {
    escape(text, 0);
  }

  /** The text from a place on. */
  public void escape(String text, int from) {
    int begin = length;
    for (int at = from; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next >= 0x80) {
        length = begin;
        escape(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return;
      }
      escape((byte) next);
    }
  }

  /** UTF-8 as it stands within a string. */
  public void escape(byte[] text) {
    escape(text, 0, text.length);
  }

  public void escape(byte[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      escape(text[at]);
    }
  }

  private void escape(byte next) {
    if (next == '"' || next == '\\') {
      put('\\');
      put((char) next);
    } else if (next >= 0 && next < ' ') {
      ascii("\\u00");
      put((char) HEX[next >> 4]);
      put((char) HEX[next & 0xF]);
    } else {
      reserve(1);
      bytes[length++] = next;
    }
  }

  public void number(long value) {
    if (value < 0) {
      // Long.MIN_VALUE has no positive counterpart.
      ascii(Long.toString(value));
      return;
    }
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    digits(value, digits);
  }

  /** Exactly so many digits, with zeros in front. */
  public void digits(long value, int count) {
    reserve(count);
    long rest = value;
    for (int at = length + count - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }

  /** Lower-case hexadecimal. */
  public void hex(byte[] source, int count) {
    for (int at = 0; at < count; at++) {
      put((char) HEX[source[at] >> 4 & 0xF]);
      put((char) HEX[source[at] & 0xF]);
    }
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
