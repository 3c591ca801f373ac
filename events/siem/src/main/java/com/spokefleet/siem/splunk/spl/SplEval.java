package com.spokefleet.siem.splunk.spl;

import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.ValuePattern;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A predicate as a condition of {@code eval}, where fields of several values and missing ones need
 * care: {@code mvfind} looks at all values and is null for none. Capitals count here.
 */
public final class SplEval {
  /**
   * What needs no escape, which {@code eval} and its patterns would each want in a way of their
   * own.
   */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:@/{}.* -]+");

  private SplEval() {}

  /** The condition; true or false, never null. */
  public static String of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.All all -> joined(all.parts(), " AND ");
      case Predicate.Any any -> joined(any.parts(), " OR ");
      case Predicate.Not not -> "NOT (" + of(not.part()) + ")";
      case Predicate.Is is -> found(is.field(), pattern(is.values()));
      case Predicate.Exists exists -> found(exists.field(), ".");
      case Predicate.Compares compares ->
          "coalesce(tonumber(%s)%s%s, false())"
              .formatted(
                  SplText.field(compares.field()),
                  compares.comparison().sign(),
                  compares.bound().toPlainString());
    };
  }

  private static String found(String field, String pattern) {
    return "isnotnull(mvfind(%s, \"%s\"))".formatted(SplText.field(field), pattern);
  }

  private static String pattern(List<ValuePattern> values) {
    return values.stream().map(SplEval::pattern).collect(Collectors.joining("|", "^(?:", ")$"));
  }

  private static String pattern(ValuePattern value) {
    if (!PLAIN.matcher(value.text()).matches()) {
      throw new IllegalArgumentException(
          "Cannot write a condition of eval for \"%s\"".formatted(value.text()));
    }
    return value
        .text()
        .replace(".", "[.]")
        .replace("{", "[{]")
        .replace("}", "[}]")
        .replace("*", ".*");
  }

  private static String joined(List<Predicate> parts, String by) {
    return parts.stream().map(SplEval::of).collect(Collectors.joining(by, "(", ")"));
  }
}
