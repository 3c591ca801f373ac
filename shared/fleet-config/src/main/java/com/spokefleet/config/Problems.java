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

  void add(Problem problem) {
    found.add(problem);
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  /** The same, for a text whose first line stands below that many others. */
  Problems movedDown(int lines) {
    Problems moved = new Problems(source);
    for (Problem problem : found) {
      moved.add(
          new Problem(
              source,
              problem.line() == 0 ? lines : problem.line() + lines,
              problem.column(),
              problem.path(),
              problem.message()));
    }
    return moved;
  }

  String source() {
    return source;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<String> messages() {
    return found.stream().map(Problem::message).toList();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidFleetException(source, found.stream().sorted(BY_POSITION).toList());
    }
  }
}
