package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The part of Datadog's log search that we write, read by the rules of its documentation and of the
 * grammar that Datadog published with Vector: attributes with text, wildcards and comparisons,
 * groups of values, {@code -}, {@code OR}, and nothing or {@code AND} in between. What it does not
 * know it refuses. Mixing AND and OR without parentheses is refused, too.
 */
final class LocalSearch {
  private static final String SPECIAL = "+-=&|><!(){}[]^\"“”~*?:\\# ";

  private final String query;
  private int at;

  private LocalSearch(String query) {
    this.query = query;
  }

  static boolean selects(String query, JsonNode log) {
    return parse(query).test(log);
  }

  static Predicate<JsonNode> parse(String query) {
    LocalSearch search = new LocalSearch(query);
    Predicate<JsonNode> parsed = search.joined("");
    if (search.at < query.length()) {
      throw search.problem("expected the end");
    }
    return parsed;
  }

  /**
   * @param field whose values these are, or empty text
   */
  private Predicate<JsonNode> joined(String field) {
    Predicate<JsonNode> all = one(field);
    String joint = "";
    while (at < query.length() && query.charAt(at) != ')') {
      String found = take(" OR ") ? "OR" : take(" AND ") || take(" ") ? "AND" : "";
      if (found.isEmpty()) {
        throw problem("expected a space");
      }
      if (!joint.isEmpty() && !joint.equals(found)) {
        throw problem("AND and OR are mixed");
      }
      joint = found;
      Predicate<JsonNode> next = one(field);
      all = found.equals("OR") ? all.or(next) : all.and(next);
    }
    return all;
  }

  private Predicate<JsonNode> one(String field) {
    boolean negated = take("-");
    Predicate<JsonNode> parsed;
    if (take("(")) {
      parsed = joined(field);
      require(")");
    } else if (field.isEmpty()) {
      String name = name();
      if (take("(")) {
        parsed = joined(name);
        require(")");
      } else {
        parsed = value(name);
      }
    } else {
      parsed = value(field);
    }
    return negated ? parsed.negate() : parsed;
  }

  private String name() {
    int start = at;
    while (at < query.length() && query.charAt(at) != ':') {
      char letter = query.charAt(at++);
      if (!Character.isLetterOrDigit(letter) && "@._".indexOf(letter) < 0) {
        throw problem("expected the name of an attribute");
      }
    }
    require(":");
    return query.substring(start, at - 1);
  }

  private static boolean any(List<JsonNode> values, Predicate<JsonNode> test) {
    for (JsonNode value : values) {
      if (test.test(value)) {
        return true;
      }
    }
    return false;
  }

  private Predicate<JsonNode> value(String field) {
    String[] steps = steps(field);
    for (String sign : List.of(">=", "<=", ">", "<")) {
      if (take(sign)) {
        BigDecimal bound = new BigDecimal(word().replace("\\", ""));
        return log -> any(values(log, steps), value -> compares(value, sign, bound));
      }
    }
    Pattern pattern = Pattern.compile(take("\"") ? quoted() : glob(word()), Pattern.DOTALL);
    return log -> any(values(log, steps), value -> pattern.matcher(value.asText()).matches());
  }

  private static boolean compares(JsonNode value, String sign, BigDecimal bound) {
    if (!value.isNumber()) {
      return false;
    }
    int order = value.decimalValue().compareTo(bound);
    return switch (sign) {
      case ">=" -> order >= 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order < 0;
    };
  }

  private String quoted() {
    int end = query.indexOf('"', at);
    if (end < 0) {
      throw problem("expected a quote");
    }
    String text = query.substring(at, end);
    at = end + 1;
    return Pattern.quote(text);
  }

  /** Up to a space or a closing parenthesis that is not escaped. */
  private String word() {
    int start = at;
    while (at < query.length() && query.charAt(at) != ' ' && query.charAt(at) != ')') {
      at += query.charAt(at) == '\\' ? 2 : 1;
    }
    if (start == at || query.substring(start, at).matches("AND|OR|NOT|TO")) {
      throw problem("expected a value");
    }
    return query.substring(start, at);
  }

  private String glob(String word) {
    StringBuilder pattern = new StringBuilder();
    for (int in = 0; in < word.length(); in++) {
      char letter = word.charAt(in);
      if (letter == '\\') {
        pattern.append(Pattern.quote(String.valueOf(word.charAt(++in))));
      } else if (letter == '*') {
        pattern.append(".*");
      } else if (letter == '?') {
        pattern.append('.');
      } else if (SPECIAL.indexOf(letter) >= 0) {
        throw problem("this has to be escaped: " + letter);
      } else {
        pattern.append(Pattern.quote(String.valueOf(letter)));
      }
    }
    return pattern.toString();
  }

  /** Values of the attribute that are there and not empty. */
  static List<JsonNode> values(JsonNode log, String field) {
    return values(log, steps(field));
  }

  private static String[] steps(String field) {
    return (field.startsWith("@") ? field.substring(1) : field).split("\\.", -1);
  }

  private static List<JsonNode> values(JsonNode log, String[] steps) {
    JsonNode found = log;
    for (String step : steps) {
      found = found.path(step);
    }
    if (found.isMissingNode()) {
      return List.of();
    }
    List<JsonNode> values = new ArrayList<>();
    add(found, values);
    return values;
  }

  private static void add(JsonNode found, List<JsonNode> values) {
    if (found.isArray()) {
      found.forEach(element -> add(element, values));
    } else if (found.isValueNode() && !found.isNull() && !found.asText().isEmpty()) {
      values.add(found);
    }
  }

  private boolean take(String wanted) {
    boolean isThere = query.startsWith(wanted, at);
    at += isThere ? wanted.length() : 0;
    return isThere;
  }

  private void require(String wanted) {
    if (!take(wanted)) {
      throw problem("expected " + wanted);
    }
  }

  private IllegalArgumentException problem(String what) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "Cannot read query at %d, %s: %s", at, what, query));
  }
}
