package com.spokefleet.siem.splunk.spl;

import com.spokefleet.siem.predicate.FieldValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Splunk makes of a condition of {@code eval}, for the functions that are used here. */
final class EvalReader {
  private static final Pattern FOUND =
      Pattern.compile("isnotnull\\(mvfind\\('?([^',]+)'?, \"([^\"]*)\"\\)\\)");
  private static final Pattern COMPARED =
      Pattern.compile("coalesce\\(tonumber\\(([a-z_]+)\\)(>=|<=|>|<)([-0-9.]+), false\\(\\)\\)");

  private final String text;
  private int at;

  private EvalReader(String text) {
    this.text = text;
  }

  static Predicate<FieldValues> read(String text) {
    EvalReader reader = new EvalReader(text);
    Predicate<FieldValues> condition = reader.any();
    if (reader.at != text.length()) {
      throw new IllegalArgumentException("Splunk would stop at " + text.substring(reader.at));
    }
    return condition;
  }

  private Predicate<FieldValues> any() {
    Predicate<FieldValues> any = all();
    while (takes(" OR ")) {
      any = any.or(all());
    }
    return any;
  }

  private Predicate<FieldValues> all() {
    Predicate<FieldValues> all = one();
    while (takes(" AND ")) {
      all = all.and(one());
    }
    return all;
  }

  private Predicate<FieldValues> one() {
    if (takes("NOT ")) {
      return one().negate();
    }
    if (takes("(")) {
      Predicate<FieldValues> inner = any();
      if (!takes(")")) {
        throw new IllegalArgumentException("A parenthesis is open in " + text);
      }
      return inner;
    }
    Matcher found = FOUND.matcher(text).region(at, text.length());
    if (found.lookingAt()) {
      at = found.end();
      String field = found.group(1);
      Pattern pattern = Pattern.compile(found.group(2));
      return event -> event.of(field).stream().anyMatch(value -> pattern.matcher(value).find());
    }
    Matcher compared = COMPARED.matcher(text).region(at, text.length());
    if (!compared.lookingAt()) {
      throw new IllegalArgumentException("Splunk would not read " + text.substring(at));
    }
    at = compared.end();
    String field = compared.group(1);
    String sign = compared.group(2);
    BigDecimal bound = new BigDecimal(compared.group(3));
    return event -> holds(event.of(field), sign, bound);
  }

  /** A number is no number as soon as there are two. */
  private static boolean holds(List<String> values, String sign, BigDecimal bound) {
    if (values.size() != 1 || !values.getFirst().matches("-?\\d+(\\.\\d+)?")) {
      return false;
    }
    int order = new BigDecimal(values.getFirst()).compareTo(bound);
    return switch (sign) {
      case ">=" -> order >= 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order < 0;
    };
  }

  private boolean takes(String sign) {
    if (text.startsWith(sign, at)) {
      at += sign.length();
      return true;
    }
    return false;
  }
}
