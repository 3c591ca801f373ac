package com.spokefleet.genesys.status;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a region as people write it: case, accents and spaces make no difference, because how
 * the page spells its groups is known from its titles only.
 */
final class PageName {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private final String name;

  PageName(String name) {
    this.name = plain(name);
  }

  boolean is(String other) {
    return plain(other).equals(name);
  }

  /** Whether the name stands in a title, not as a part of a longer word. */
  boolean isIn(String title) {
    String text = plain(title);
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String unaccented = ACCENTS.matcher(decomposed).replaceAll("");
    return SPACES.matcher(unaccented).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
