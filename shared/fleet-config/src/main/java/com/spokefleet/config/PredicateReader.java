package com.spokefleet.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one predicate of a filter: the name of a dimension, metric or property, an operator, and a
 * value or range. What can be left out is written out, so that both ways give the same JSON.
 */
final class PredicateReader {
  private static final List<String> OPERATORS = List.of("matches", "exists", "notExists");
  private static final List<String> SUBJECTS = List.of("dimension", "metric", "property");
  private static final List<String> PROPERTY_TYPES =
      List.of("bool", "integer", "real", "date", "string", "uuid");
  private static final List<String> RANGE_KEYS = List.of("gt", "gte", "lt", "lte");
  private static final int LONGEST_VALUE = 2_000;

  /** Few enough digits that a number stays itself in any program that reads it. */
  private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,9})?";

  private final Problems problems;

  PredicateReader(Problems problems) {
    this.problems = problems;
  }

  /** Whether the value is null, as a copied query writes it for what is not filled in. */
  static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  /** The predicate as JSON; whatever comes back where a problem was reported. */
  String read(FilterKind kind, Node node, String path) {
    Map<Located<String>, Node> entries = YamlKeys.read(node, path, problems);
    if (entries == null) {
      return "";
    }
    List<String> known = keys(kind);
    Map<String, Located<Node>> values = new LinkedHashMap<>();
    entries.forEach(
        (key, value) -> {
          if (!known.contains(key.value())) {
            problems.add(key, Suggestions.unknownKey(key.value(), known));
          } else if (!isNothing(value)) {
            values.put(key.value(), new Located<>(value, key.path(), value));
          }
        });
    return sentence(kind, new Located<>(node, path, node), values);
  }

  /** The keys a predicate of this kind can have. */
  static List<String> keys(FilterKind kind) {
    if (kind.hasProperties()) {
      return List.of(
          "type", "dimension", "metric", "propertyType", "property", "operator", "value", "range");
    }
    return kind.metrics().isEmpty()
        ? List.of("type", "dimension", "operator", "value", "range")
        : List.of("type", "dimension", "metric", "operator", "value", "range");
  }

  private String sentence(
      FilterKind kind, Located<Node> predicate, Map<String, Located<Node>> values) {
    List<String> subjects = SUBJECTS.stream().filter(values::containsKey).toList();
    if (subjects.size() != 1) {
      problems.add(
          predicate,
          subjects.isEmpty()
              ? "is about nothing: it needs a dimension"
                  + (kind.metrics().isEmpty() ? "" : " or metric")
              : "is about several things: " + String.join(", ", subjects));
      return "";
    }
    String subject = subjects.getFirst();
    Map<String, String> json = new LinkedHashMap<>();
    json.put("type", quoted(subject));
    text(values, "type", SUBJECTS)
        .filter(type -> !type.value().equals(subject))
        .ifPresent(type -> problems.add(type, "must be " + subject + ", for it has one"));
    Optional<Located<String>> name = text(values, subject, List.of());
    name.ifPresent(given -> checkName(kind, subject, given));
    text(values, "propertyType", PROPERTY_TYPES)
        .ifPresent(type -> json.put("propertyType", quoted(type.value())));
    name.ifPresent(given -> json.put(subject, quoted(given.value())));
    String operator = text(values, "operator", OPERATORS).map(Located::value).orElse("matches");
    json.put("operator", quoted(operator));
    FilterValue expected =
        subject.equals("dimension")
            ? name.map(given -> kind.dimensions().get(given.value())).orElse(FilterValue.ANY)
            : FilterValue.ANY;
    if (operator.equals("matches")) {
      compare(predicate, subject, expected, values, json);
    } else {
      for (String side : List.of("value", "range")) {
        Located<Node> given = values.get(side);
        if (given != null) {
          problems.add(given, "means nothing beside operator " + operator);
        }
      }
    }
    return json.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private void checkName(FilterKind kind, String subject, Located<String> given) {
    String name = given.value();
    switch (subject) {
      case "dimension" -> {
        if (kind.reserved().contains(name)) {
          problems.add(
              given, name + " is Spokefleet's own filter: it reads what ended, day after day");
        } else if (!kind.dimensions().containsKey(name)) {
          problems.add(given, Suggestions.unknown("dimension", name, kind.dimensionNames()));
        }
      }
      case "metric" -> {
        if (!kind.metrics().contains(name)) {
          problems.add(given, Suggestions.unknown("metric", name, kind.metrics()));
        }
      }
      default -> {}
    }
  }

  private void compare(
      Located<Node> predicate,
      String subject,
      FilterValue expected,
      Map<String, Located<Node>> values,
      Map<String, String> json) {
    Located<Node> range = values.get("range");
    if (values.containsKey("value") == (range != null)) {
      problems.add(
          predicate,
          range == null
              ? "needs a value, a range, or the operator exists or notExists"
              : "has both a value and a range");
      return;
    }
    if (range == null) {
      text(values, "value", List.of())
          .ifPresent(
              value -> {
                Optional<String> wrong =
                    subject.equals("metric") && !value.value().matches(NUMBER)
                        ? Optional.of("must be a number, for a metric is one")
                        : expected.problem(value.value());
                wrong.ifPresent(problem -> problems.add(value, problem));
                json.put("value", quoted(value.value()));
              });
    } else if (!expected.hasRange()) {
      problems.add(range, "means nothing here: the values have no order; give a value");
    } else {
      json.put("range", range(range));
    }
  }

  private String range(Located<Node> range) {
    Map<Located<String>, Node> entries = YamlKeys.read(range.node(), range.path(), problems);
    if (entries == null) {
      return "";
    }
    Map<String, BigDecimal> bounds = new LinkedHashMap<>();
    RANGE_KEYS.forEach(
        bound ->
            entries.forEach(
                (key, node) -> {
                  if (key.value().equals(bound) && !isNothing(node)) {
                    number(node, key.path()).ifPresent(number -> bounds.put(bound, number));
                  }
                }));
    entries.keySet().stream()
        .filter(key -> !RANGE_KEYS.contains(key.value()))
        .forEach(key -> problems.add(key, Suggestions.unknownKey(key.value(), RANGE_KEYS)));
    checkBounds(range, bounds, entries.values().stream().allMatch(PredicateReader::isNothing));
    return bounds.entrySet().stream()
        .map(bound -> quoted(bound.getKey()) + ":" + shown(bound.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private void checkBounds(Located<Node> range, Map<String, BigDecimal> bounds, boolean noneGiven) {
    if (noneGiven) {
      problems.add(range, "has no bound; known are " + String.join(", ", RANGE_KEYS));
    }
    if (bounds.containsKey("gt") && bounds.containsKey("gte")) {
      problems.add(range, "has both gt and gte");
    }
    if (bounds.containsKey("lt") && bounds.containsKey("lte")) {
      problems.add(range, "has both lt and lte");
    }
    BigDecimal lower = bounds.getOrDefault("gt", bounds.get("gte"));
    BigDecimal upper = bounds.getOrDefault("lt", bounds.get("lte"));
    if (lower != null && upper != null) {
      boolean closed = bounds.containsKey("gte") && bounds.containsKey("lte");
      int order = lower.compareTo(upper);
      if (order > 0 || (order == 0 && !closed)) {
        problems.add(range, "admits nothing, from %s to %s".formatted(shown(lower), shown(upper)));
      }
    }
  }

  private Optional<BigDecimal> number(Node node, String path) {
    if (node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))
        && scalar.getValue().matches(NUMBER)) {
      return Optional.of(new BigDecimal(scalar.getValue()));
    }
    problems.add(node, path, "must be a plain number such as 30000");
    return Optional.empty();
  }

  /** A text that must be one of the known ones, where there are any. */
  private Optional<Located<String>> text(
      Map<String, Located<Node>> values, String key, List<String> known) {
    Located<Node> at = values.get(key);
    if (at == null) {
      return Optional.empty();
    }
    if (!(at.node() instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
      String hint = at.node() instanceof ScalarNode ? "; put it in quotes if it is meant" : "";
      problems.add(at, "must be text but is " + YamlKind.of(at.node()) + hint);
      return Optional.empty();
    }
    String text = scalar.getValue();
    if (text.isEmpty() || text.length() > LONGEST_VALUE) {
      problems.add(at, "must be 1 to " + LONGEST_VALUE + " characters");
    } else if (!known.isEmpty() && !known.contains(text)) {
      problems.add(at, Suggestions.unknown("value", text, known));
    }
    return Optional.of(new Located<>(text, at.path(), at.node()));
  }

  private static String shown(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String quoted(String text) {
    return JsonText.quoted(text);
  }
}
