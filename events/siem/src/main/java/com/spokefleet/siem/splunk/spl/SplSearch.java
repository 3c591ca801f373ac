package com.spokefleet.siem.splunk.spl;

import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.ValuePattern;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A predicate as an expression of the {@code search} command. Everything that has parts stands in
 * parentheses, because there OR binds stronger than AND. {@code NOT} is used and never {@code !=},
 * which would leave out events without the field. Two things are Splunk's own: capitals do not
 * count, and {@code *} is any run of characters, as in the catalogue.
 */
public final class SplSearch {
  private SplSearch() {}

  /** The expression; may stand beside others with a space between. */
  public static String of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.All all -> joined(all.parts(), " AND ");
      case Predicate.Any any -> joined(any.parts(), " OR ");
      case Predicate.Not not -> "(NOT " + of(not.part()) + ")";
      case Predicate.Is is -> is(is);
      case Predicate.Exists exists -> "(%1$s=\"*\" AND (NOT %1$s=\"\"))".formatted(exists.field());
      case Predicate.Compares compares ->
          compares.field() + compares.comparison().sign() + compares.bound().toPlainString();
    };
  }

  private static String is(Predicate.Is is) {
    String tests =
        is.values().stream()
            .map(ValuePattern::text)
            .map(value -> is.field() + "=" + SplText.quoted(value))
            .collect(Collectors.joining(" OR "));
    return is.values().size() == 1 ? tests : "(" + tests + ")";
  }

  private static String joined(List<Predicate> parts, String by) {
    return parts.stream().map(SplSearch::of).collect(Collectors.joining(by, "(", ")"));
  }
}
