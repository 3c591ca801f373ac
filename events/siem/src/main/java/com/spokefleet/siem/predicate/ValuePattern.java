package com.spokefleet.siem.predicate;

/**
 * A value to look for: {@code *} stands for any run of characters, every other character for
 * itself. Capitals count.
 *
 * @param text as it is written in the catalogue, without quotes
 */
public record ValuePattern(String text) {
  private static final char ANY = '*';

  public ValuePattern {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("Cannot look for an empty value: say `not x exists`");
    }
    if (text.indexOf('"') >= 0) {
      throw new IllegalArgumentException("Cannot look for a quote: use * in its place");
    }
  }

  public boolean hasWildcard() {
    return text.indexOf(ANY) >= 0;
  }

  /** Whether the value is of this pattern; takes time in proportion to both lengths at worst. */
  public boolean matches(String value) {
    if (!hasWildcard()) {
      return text.equals(value);
    }
    int at = 0;
    int in = 0;
    int afterAny = -1;
    int retry = 0;
    while (in < value.length()) {
      if (at < text.length() && text.charAt(at) == ANY) {
        afterAny = ++at;
        retry = in;
      } else if (at < text.length() && text.charAt(at) == value.charAt(in)) {
        at++;
        in++;
      } else if (afterAny >= 0) {
        at = afterAny;
        in = ++retry;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == ANY) {
      at++;
    }
    return at == text.length();
  }
}
