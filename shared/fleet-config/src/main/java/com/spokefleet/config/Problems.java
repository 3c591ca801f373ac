package com.spokefleet.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one document, so that everything is reported at once. */
final class Problems {
  private static final Comparator<Problem> BY_POSITION =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  private final String source;
  private final List<Problem> found = new ArrayList<>();

  Problems(String source) {
    this.source = source;
  }

  void add(Node node, String path, String message) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
    found.add(new Problem(source, line, column, path, message));
  }

  void add(Located<?> located, String message) {
    add(located.node(), located.path(), message);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidFleetException(source, found.stream().sorted(BY_POSITION).toList());
    }
  }
}
