package com.spokefleet.siem.predicate;

import java.util.regex.Pattern;

/** Which texts are numbers; events are others' data, so longer ones are none. */
final class Numbers {
  private static final int LONGEST = 40;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  private Numbers() {}

  static boolean isNumber(String text) {
    return text.length() <= LONGEST && NUMBER.matcher(text).matches();
  }
}
