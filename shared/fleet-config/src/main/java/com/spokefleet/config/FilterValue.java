package com.spokefleet.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a dimension of a filter can be compared with.
 *
 * @param choices the only values there are; empty where they are not known beforehand
 * @param isId whether the value is the UUID of an object
 * @param hasRange whether values have an order, so that a range of them can be meant
 */
record FilterValue(List<String> choices, boolean isId, boolean hasRange) {
  static final FilterValue ANY = new FilterValue(List.of(), false, true);
  static final FilterValue ID = new FilterValue(List.of(), true, false);
  static final FilterValue YES_OR_NO = oneOf("true false");

  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  /** Values separated by spaces. */
  static FilterValue oneOf(String choices) {
    return new FilterValue(List.of(choices.split(" ")), false, false);
  }

  /** What is wrong with a value; empty if nothing is. */
  Optional<String> problem(String text) {
    if (!choices.isEmpty() && !choices.contains(text)) {
      return Optional.of(Suggestions.unknown("value", text, choices));
    }
    if (isId && !UUID.matcher(text).matches()) {
      return Optional.of("must be a UUID such as 01234567-89ab-cdef-0123-456789abcdef");
    }
    return Optional.empty();
  }
}
