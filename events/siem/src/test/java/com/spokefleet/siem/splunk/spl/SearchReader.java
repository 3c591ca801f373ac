package com.spokefleet.siem.splunk.spl;

import com.spokefleet.siem.predicate.FieldValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Splunk makes of an expression of {@code search}, for the part of the language that is used
 * here: NOT binds strongest, then OR, then AND, said or not; capitals of values do not count; a
 * star is any run of characters; a text with a quote or a backslash has a backslash before it.
 */
public final class SearchReader {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:([()])|(AND|OR|NOT)\\b"
              + "|([A-Za-z_][A-Za-z0-9_]*)(=|!=|>=|<=|>|<)(?:\"((?:\\\\.|[^\"\\\\])*)\"|(\\S+?)(?=[\\s)]|$)))");

  private record Token(String sign, String field, String operator, String value) {}

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private SearchReader(String expression) {
    Matcher matcher = TOKEN.matcher(expression);
    int at = 0;
    while (at < expression.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException("Splunk would not read " + expression.substring(at));
      }
      at = matcher.end();
      if (matcher.group(3) != null) {
        String quoted = matcher.group(5);
        tokens.add(
            new Token(
                "",
                matcher.group(3),
                matcher.group(4),
                quoted == null ? matcher.group(6) : quoted.replaceAll("\\\\(.)", "$1")));
      } else {
        String sign = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        tokens.add(new Token(sign, "", "", ""));
      }
    }
  }

  /** The events that Splunk would find. */
  public static Predicate<FieldValues> read(String expression) {
    SearchReader reader = new SearchReader(expression);
    Predicate<FieldValues> all = reader.and();
    if (reader.next < reader.tokens.size()) {
      throw new IllegalArgumentException("Splunk would stop reading within " + expression);
    }
    return all;
  }

  private Predicate<FieldValues> and() {
    Predicate<FieldValues> all = or();
    while (next < tokens.size() && !is(")")) {
      takes("AND");
      all = all.and(or());
    }
    return all;
  }

  private Predicate<FieldValues> or() {
    Predicate<FieldValues> any = not();
    while (takes("OR")) {
      any = any.or(not());
    }
    return any;
  }

  private Predicate<FieldValues> not() {
    if (takes("NOT")) {
      return not().negate();
    }
    if (takes("(")) {
      Predicate<FieldValues> inner = and();
      if (!takes(")")) {
        throw new IllegalArgumentException("A parenthesis is open");
      }
      return inner;
    }
    Token token = tokens.get(next++);
    return event -> event.of(token.field()).stream().anyMatch(value -> holds(token, value));
  }

  private boolean is(String sign) {
    return tokens.get(next).sign().equals(sign);
  }

  private boolean takes(String sign) {
    if (next < tokens.size() && is(sign)) {
      next++;
      return true;
    }
    return false;
  }

  private static boolean holds(Token test, String value) {
    if (test.operator().equals("=")) {
      return like(test.value()).matcher(value).matches();
    }
    if (test.operator().equals("!=")) {
      return !like(test.value()).matcher(value).matches();
    }
    if (!value.matches("-?\\d+(\\.\\d+)?")) {
      return false;
    }
    int order = new BigDecimal(value).compareTo(new BigDecimal(test.value()));
    return switch (test.operator()) {
      case ">=" -> order >= 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order < 0;
    };
  }

  private static Pattern like(String value) {
    StringBuilder pattern = new StringBuilder();
    for (String part : value.split("\\*", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(
        pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
