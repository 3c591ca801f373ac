package com.spokefleet.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads lists of filters, reports what the API would reject, and writes them as JSON in one way
 * only: the same filters always end in the same text. Counts the predicates of all it reads.
 */
final class FilterReader {
  /**
   * The most predicates that a query is known to be let pass; the limit of details queries is
   * documented nowhere.
   */
  static final int MOST_PREDICATES = 200;

  private static final List<String> LOGIC = List.of("and", "or");
  private static final List<String> FILTER_KEYS = List.of("type", "clauses", "predicates");

  private final Problems problems;
  private final PredicateReader predicateReader;
  private int predicates;

  FilterReader(Problems problems) {
    this.problems = problems;
    this.predicateReader = new PredicateReader(problems);
  }

  /** The list as JSON; empty where nothing is listed. */
  Optional<String> read(FilterKind kind, Node node, String path) {
    List<String> filters = new ArrayList<>();
    List<Node> nodes = list(node, path);
    for (int index = 0; index < nodes.size(); index++) {
      filters.add(filter(kind, nodes.get(index), path + "[" + index + "]", true));
    }
    return filters.isEmpty() ? Optional.empty() : Optional.of(array(filters));
  }

  void checkSize(Node node, String path) {
    if (predicates > MOST_PREDICATES) {
      problems.add(
          node,
          path,
          "holds "
              + predicates
              + " predicates; more than "
              + MOST_PREDICATES
              + " in one query are not known to be accepted");
    }
  }

  private String filter(FilterKind kind, Node node, String path, boolean outer) {
    Map<Located<String>, Node> entries = YamlKeys.read(node, path, problems);
    if (entries == null) {
      return "";
    }
    String type = "";
    List<String> clauses = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (Map.Entry<Located<String>, Node> entry : entries.entrySet()) {
      Located<String> key = entry.getKey();
      switch (key.value()) {
        case "type" -> type = logic(entry.getValue(), key.path());
        case "clauses" -> {
          List<Node> nodes = list(entry.getValue(), key.path());
          if (!outer && !nodes.isEmpty()) {
            problems.add(key, "is nested too deep: a filter has clauses, a clause has none");
          }
          for (int index = 0; outer && index < nodes.size(); index++) {
            clauses.add(filter(kind, nodes.get(index), key.path() + "[" + index + "]", false));
          }
        }
        case "predicates" -> {
          List<Node> nodes = list(entry.getValue(), key.path());
          predicates += nodes.size();
          for (int index = 0; index < nodes.size(); index++) {
            String at = key.path() + "[" + index + "]";
            sentences.add(predicateReader.read(kind, nodes.get(index), at));
          }
        }
        default -> problems.add(key, Suggestions.unknownKey(key.value(), FILTER_KEYS));
      }
    }
    if (entries.keySet().stream().noneMatch(key -> key.value().equals("type"))) {
      problems.add(node, path + ".type", "is missing; one of and, or");
    }
    if (clauses.isEmpty() && sentences.isEmpty()) {
      problems.add(
          node, path, outer ? "is empty: it needs predicates or clauses" : "needs predicates");
    }
    return "{\"type\":\""
        + type
        + '"'
        + (clauses.isEmpty() ? "" : ",\"clauses\":" + array(clauses))
        + (sentences.isEmpty() ? "" : ",\"predicates\":" + array(sentences))
        + "}";
  }

  private String logic(Node node, String path) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      if (!LOGIC.contains(scalar.getValue())) {
        problems.add(node, path, Suggestions.unknown("value", scalar.getValue(), LOGIC));
      }
      return scalar.getValue();
    }
    problems.add(node, path, "must be text but is " + YamlKind.of(node));
    return "";
  }

  /** Nothing, as a copied query writes it for what is not filled in, is an empty list. */
  private List<Node> list(Node node, String path) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (!PredicateReader.isNothing(node)) {
      problems.add(node, path, "must be a list but is " + YamlKind.of(node));
    }
    return List.of();
  }

  private static String array(List<String> elements) {
    return "[" + String.join(",", elements) + "]";
  }
}
