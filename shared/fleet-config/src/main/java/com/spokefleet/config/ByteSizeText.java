package com.spokefleet.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of fleet.yaml in decimal units, as AWS bills them: {@code 500MB}, {@code 5GB}. */
final class ByteSizeText {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5})(MB|GB|TB)");

  static final Scalar<Long> TYPE =
      Scalar.text(Map.of("pattern", "^" + SIZE.pattern() + "$"), ByteSizeText::parse);

  private ByteSizeText() {}

  private static long parse(String text) throws InvalidValueException {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidValueException("must be a size such as 500MB, 5GB or 1TB");
    }
    long unit =
        switch (matcher.group(2)) {
          case "MB" -> 1_000_000L;
          case "GB" -> 1_000_000_000L;
          default -> 1_000_000_000_000L;
        };
    return Long.parseLong(matcher.group(1)) * unit;
  }
}
