package com.spokefleet.events.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The inside of JSON strings. */
public final class JsonStrings {
  private JsonStrings() {}

  /** The text that these bytes of a string mean; they must have passed a {@link JsonScanner}. */
  public static String decode(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf('\\') < 0 ? text : unescape(text);
  }

  /** A text as it stands between the quotes of a string. */
  public static byte[] encode(String text) {
    JsonBytes written = new JsonBytes(text.length() + 16);
    written.escape(text.getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(written.array(), written.length());
  }

  /** Whether these bytes are this text, which is ASCII without escapes. */
  public static boolean are(byte[] bytes, int from, int to, String text) {
    if (to - from != text.length()) {
      return false;
    }
    for (int at = 0; at < text.length(); at++) {
      if (bytes[from + at] != text.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether these bytes mean this text, in capitals or not; allocates only where they escape. */
  public static boolean areInAnyCase(byte[] bytes, int from, int to, String text) {
    boolean same = to - from == text.length();
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\\' || bytes[at] < 0) {
        return text.equalsIgnoreCase(decode(bytes, from, to));
      }
      same =
          same
              && Character.toLowerCase((char) bytes[at])
                  == Character.toLowerCase(text.charAt(at - from));
    }
    return same;
  }

  /**
   * Where at most {@code most} bytes end without cutting a character or an escape; surrogate pairs
   * written as two escapes stay together.
   */
  public static int cut(byte[] bytes, int from, int to, int most) {
    if (to - from <= most) {
      return to;
    }
    int whole = from;
    int at = from;
    while (at - from <= most) {
      whole = at;
      at = next(bytes, at, to);
    }
    return whole;
  }

  private static int next(byte[] bytes, int at, int to) {
    if (bytes[at] == '\\') {
      int after = at + (bytes[at + 1] == 'u' ? 6 : 2);
      boolean pair = isHighSurrogate(bytes, at) && after + 6 <= to && bytes[after] == '\\';
      return pair && bytes[after + 1] == 'u' ? after + 6 : after;
    }
    int after = at + 1;
    while (after < to && Utf8.continues(bytes[after])) {
      after++;
    }
    return after;
  }

  private static boolean isHighSurrogate(byte[] bytes, int at) {
    return bytes[at + 1] == 'u'
        && (bytes[at + 2] | 0x20) == 'd'
        && Character.digit(bytes[at + 3], 16) >= 8
        && Character.digit(bytes[at + 3], 16) < 0xC;
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next != '\\') {
        plain.append(next);
        at++;
      } else if (text.charAt(at + 1) == 'u') {
        plain.append((char) Integer.parseInt(text, at + 2, at + 6, 16));
        at += 6;
      } else {
        plain.append(meaning(text.charAt(at + 1)));
        at += 2;
      }
    }
    return plain.toString();
  }

  private static char meaning(char escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }
}
