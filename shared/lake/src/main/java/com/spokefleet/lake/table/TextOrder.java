package com.spokefleet.lake.table;

/**
 * The order of texts in the lake: that of their UTF-8 bytes, as Parquet statistics and SQL engines
 * sort. It differs from {@link String#compareTo} where characters beyond the basic plane meet those
 * above the surrogates.
 */
public final class TextOrder {
  private static final char FIRST_SURROGATE = '\uD800';
  private static final char AFTER_SURROGATES = '\uE000';

  private TextOrder() {}

  public static int compare(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    int length = Math.min(left.length(), right.length());
    for (int index = 0; index < length; index++) {
      char first = left.charAt(index);
      char second = right.charAt(index);
      if (first != second) {
        return rank(first) - rank(second);
      }
    }
    return left.length() - right.length();
  }

  private static int rank(char character) {
    if (character < FIRST_SURROGATE) {
      return character;
    }
    return character < AFTER_SURROGATES ? character + 0x2000 : character - 0x800;
  }
}
