package com.spokefleet.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a misspelt word. */
final class Suggestions {
  private static final int SHOWN_LENGTH = 60;

  private Suggestions() {}

  static String unknown(String what, String text, Collection<String> known) {
    String message = "unknown " + what + " \"" + shown(text) + "\"";
    Optional<String> nearest = nearest(text, known);
    if (nearest.isPresent()) {
      return message + "; did you mean \"" + nearest.get() + "\"?";
    }
    return known.size() > 20 ? message : message + "; one of " + String.join(", ", known);
  }

  static String unknownKey(String text, Collection<String> known) {
    return nearest(text, known)
        .map(name -> "unknown key; did you mean \"" + name + "\"?")
        .orElseGet(() -> "unknown key; known are " + String.join(", ", known));
  }

  /** The known word closest to the text, if it is close enough to be meant. */
  static Optional<String> nearest(String text, Collection<String> known) {
    if (text.length() > SHOWN_LENGTH) {
      return Optional.empty();
    }
    String folded = folded(text);
    int allowed = Math.clamp(folded.length() / 3, 1, 3);
    Comparator<String> byDistance =
        Comparator.comparingInt(word -> EditDistance.between(folded, folded(word)));
    return known.stream()
        .filter(word -> EditDistance.between(folded, folded(word)) <= allowed)
        .min(byDistance.thenComparing(word -> -commonPrefix(folded, folded(word))));
  }

  /** Of two words as close, the one that begins alike: people rarely miss the first letter. */
  private static int commonPrefix(String first, String second) {
    int length = Math.min(first.length(), second.length());
    int mismatch = Arrays.mismatch(first.toCharArray(), 0, length, second.toCharArray(), 0, length);
    return mismatch < 0 ? length : mismatch;
  }

  /** The text as it may stand in a message: short, and on one line. */
  static String shown(String text) {
    String oneLine = text.replaceAll("\\p{Cntrl}", "?");
    return oneLine.length() <= SHOWN_LENGTH ? oneLine : oneLine.substring(0, SHOWN_LENGTH) + "…";
  }

  /** Case and separators are what people mix up most: {@code lake-bucket} is lakeBucket. */
  private static String folded(String word) {
    return word.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }
}
