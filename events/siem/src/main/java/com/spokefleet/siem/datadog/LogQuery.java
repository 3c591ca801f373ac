package com.spokefleet.siem.datadog;

import com.spokefleet.siem.detection.EventScope;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import com.spokefleet.siem.predicate.ValuePattern;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Predicates in the words of Datadog's log search. What a predicate selects the query selects, but
 * for numbers: Datadog compares what is a number in JSON, and outside pipelines only what a measure
 * is made of; a text of digits it does not compare.
 *
 * <p>Negation stands before single tests, as Datadog's documentation has it. What mixes {@code AND}
 * and {@code OR} has parentheses, for no precedence is documented.
 */
final class LogQuery {
  /** Selects our events and no others, whatever {@code source} the intake has given them. */
  static final String OURS = "@genesys.vendor_product:\"Genesys Cloud\"";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.]*");
  private static final Pattern OPERATOR = Pattern.compile("AND|OR|NOT|TO");

  private enum Joint {
    NONE,
    AND,
    OR
  }

  private record Part(String text, Joint joint) {
    /** In parentheses if it is joined otherwise than what it stands in. */
    String within(Joint outer) {
      return joint == Joint.NONE || joint == outer ? text : "(" + text + ")";
    }
  }

  private final UnaryOperator<String> names;

  /**
   * @param names what a field is called in a query
   */
  LogQuery(UnaryOperator<String> names) {
    this.names = names;
  }

  private static LogQuery ours() {
    return new LogQuery(LogQuery::attribute);
  }

  /** What Datadog calls a flat field. */
  static String attribute(String field) {
    return "@genesys." + field;
  }

  /** Our events of the scope. */
  static String of(EventScope scope) {
    return scope == EventScope.ALL ? OURS : OURS + " " + of(topics(scope));
  }

  /** Our events of the scope that meet the predicate. */
  static String of(EventScope scope, Predicate when) {
    return both(of(scope), when);
  }

  /** What the query selects, if it meets the predicate too; the query is not joined by OR. */
  static String both(String query, Predicate when) {
    return query + " " + ours().amongOthers(when);
  }

  static String of(Predicate predicate) {
    return ours().part(predicate, false).text();
  }

  /** In parentheses if it is joined by OR. */
  String amongOthers(Predicate predicate) {
    return part(predicate, false).within(Joint.AND);
  }

  /** The topics that {@link EventScope#holds}. */
  static Predicate topics(EventScope scope) {
    return PredicateParser.parse(
        switch (scope) {
          case AUDITS -> "topic = v2.audits.*";
          case CONVERSATIONS ->
              "topic = *conversation* and not topic = v2.audits.* and not topic = *.transcription";
          case EDGES -> "topic = v2.telephony.providers.edges.*.metrics";
          case OPERATIONS -> "topic = v2.operations.events.*";
          case ALL -> "topic exists";
        });
  }

  private Part part(Predicate predicate, boolean negated) {
    return switch (predicate) {
      case Predicate.All(List<Predicate> parts) ->
          joined(parts, negated, negated ? Joint.OR : Joint.AND);
      case Predicate.Any(List<Predicate> parts) ->
          joined(parts, negated, negated ? Joint.AND : Joint.OR);
      case Predicate.Not(Predicate part) -> part(part, !negated);
      case Predicate.Exists(String field) -> test(field, "*", negated);
      case Predicate.Is(String field, List<ValuePattern> values) ->
          test(field, values(values), negated);
      case Predicate.Compares compares ->
          test(compares.field(), compares.comparison().sign() + number(compares), negated);
    };
  }

  private Part joined(List<Predicate> parts, boolean negated, Joint joint) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("Cannot search for a condition that has no parts");
    }
    if (parts.size() == 1) {
      return part(parts.getFirst(), negated);
    }
    return new Part(
        parts.stream()
            .map(part -> part(part, negated).within(joint))
            .collect(Collectors.joining(joint == Joint.OR ? " OR " : " ")),
        joint);
  }

  private Part test(String field, String value, boolean negated) {
    return new Part((negated ? "-" : "") + names.apply(field) + ":" + value, Joint.NONE);
  }

  private static String number(Predicate.Compares compares) {
    return compares.bound().toPlainString().replace("-", "\\-");
  }

  private static String values(List<ValuePattern> values) {
    return values.size() == 1
        ? value(values.getFirst())
        : values.stream().map(LogQuery::value).collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static String value(ValuePattern value) {
    return value.hasWildcard() ? escaped(value.text(), "*") : literal(value.text());
  }

  /** The text itself, none of its characters special. */
  static String literal(String text) {
    if (PLAIN.matcher(text).matches() && !OPERATOR.matcher(text).matches()) {
      return text;
    }
    boolean isQuotable = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
    return isQuotable ? '"' + text + '"' : escaped(text, "");
  }

  private static String escaped(String text, String special) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              boolean isPlain =
                  Character.isLetterOrDigit(character) || "_./".indexOf(character) >= 0;
              if (!isPlain && special.indexOf(character) < 0) {
                escaped.append('\\');
              }
              escaped.appendCodePoint(character);
            });
    return escaped.toString();
  }
}
