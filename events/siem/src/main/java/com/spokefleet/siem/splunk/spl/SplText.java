package com.spokefleet.siem.splunk.spl;

import java.util.regex.Pattern;

/** Texts and names within a search. */
public final class SplText {
  private static final Pattern PLAIN_FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private SplText() {}

  /**
   * In quotes, so that it is one text whatever it holds.
   *
   * @throws IllegalArgumentException if it cannot be written, because Splunk replaces macros within
   *     quotes as well
   */
  public static String quoted(String text) {
    if (text.indexOf('`') >= 0) {
      throw new IllegalArgumentException("Cannot search for a backtick: " + text);
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The name of a field where an expression of {@code eval} wants one. */
  public static String field(String name) {
    return PLAIN_FIELD.matcher(name).matches() ? name : "'" + name + "'";
  }
}
