package com.spokefleet.config;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names of wrap-up codes as they are compared: without case in any script, without regard to how
 * accents are encoded or letters are widened, and without outer or repeated white space. Accents
 * themselves count.
 */
final class WrapupName {
  private WrapupName() {}

  static String folded(String name) {
    String normal = Normalizer.normalize(name, Normalizer.Form.NFKC);
    // Up, then down: so that ß equals SS and both forms of sigma meet, whatever the locale.
    String lower = normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    return lower.strip().replaceAll("\\s+", " ");
  }
}
