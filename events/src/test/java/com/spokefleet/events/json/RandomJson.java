package com.spokefleet.events.json;

import java.util.Random;

/** JSON that nobody would write by hand. */
public final class RandomJson {
  private static final String[] TEXTS = {
    "",
    "a",
    "plain text",
    "ä€😀",
    "\\\"",
    "\\\\",
    "\\u00e4",
    "\\ud83d\\ude00",
    "\\n\\t\\/",
    "=|,:{}[]"
  };
  private static final String[] NUMBERS = {
    "0", "-1", "12.5", "1e9", "-0.0E-12", "9223372036854775808", "1780220965123"
  };

  private RandomJson() {}

  public static String text(Random random) {
    return value(random, 0);
  }

  /** The same with a few bytes changed, left out or doubled. */
  public static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    int changes = 1 + random.nextInt(2);
    for (int change = 0; change < changes && damaged.length > 0; change++) {
      int at = random.nextInt(damaged.length);
      damaged =
          switch (random.nextInt(4)) {
            case 0 -> replaced(damaged, at, (byte) random.nextInt(256));
            case 1 ->
                replaced(damaged, at, (byte) "{}[]\",:0-.eE\\u tfn".charAt(random.nextInt(18)));
            case 2 -> without(damaged, at);
            default -> java.util.Arrays.copyOf(damaged, at);
          };
    }
    return damaged;
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 4 : 6)) {
      case 0 -> '"' + TEXTS[random.nextInt(TEXTS.length)] + '"';
      case 1 -> NUMBERS[random.nextInt(NUMBERS.length)];
      case 2 -> random.nextBoolean() ? "true" : "false";
      case 3 -> "null";
      case 4 -> list(random, depth, "[", "]", false);
      default -> list(random, depth, "{", "}", true);
    };
  }

  private static String list(Random random, int depth, String open, String close, boolean named) {
    StringBuilder list = new StringBuilder(open);
    int count = random.nextInt(4);
    for (int at = 0; at < count; at++) {
      list.append(at == 0 ? " " : " , ");
      if (named) {
        list.append("\"n").append(at).append("\" :\t");
      }
      list.append(value(random, depth + 1));
    }
    return list.append(random.nextBoolean() ? "\r\n" : "").append(close).toString();
  }

  private static byte[] replaced(byte[] bytes, int at, byte by) {
    bytes[at] = by;
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at) {
    byte[] shorter = new byte[bytes.length - 1];
    System.arraycopy(bytes, 0, shorter, 0, at);
    System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
    return shorter;
  }
}
