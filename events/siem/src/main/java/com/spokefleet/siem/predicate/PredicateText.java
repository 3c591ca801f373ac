package com.spokefleet.siem.predicate;

import java.util.List;
import java.util.stream.Collectors;

/** A predicate as {@link PredicateParser} reads it, for documents. */
public final class PredicateText {
  private PredicateText() {}

  public static String of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.All all -> joined(all.parts(), " and ");
      case Predicate.Any any -> joined(any.parts(), " or ");
      case Predicate.Not not -> "not " + inner(not.part());
      case Predicate.Exists exists -> exists.field() + " exists";
      case Predicate.Is is when is.values().size() == 1 ->
          is.field() + " = " + value(is.values().getFirst());
      case Predicate.Is is ->
          is.values().stream()
              .map(PredicateText::value)
              .collect(Collectors.joining(", ", is.field() + " in (", ")"));
      case Predicate.Compares compares ->
          "%s %s %s"
              .formatted(
                  compares.field(), compares.comparison().sign(), compares.bound().toPlainString());
    };
  }

  private static String joined(List<Predicate> parts, String word) {
    return parts.stream().map(PredicateText::inner).collect(Collectors.joining(word));
  }

  private static String inner(Predicate part) {
    return switch (part) {
      case Predicate.All all -> "(" + of(all) + ")";
      case Predicate.Any any -> "(" + of(any) + ")";
      default -> of(part);
    };
  }

  private static String value(ValuePattern value) {
    return PredicateTokens.isBare(value.text()) && !PredicateTokens.isKeyword(value.text())
        ? value.text()
        : '"' + value.text() + '"';
  }
}
