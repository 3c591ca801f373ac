package com.spokefleet.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Where the values of a fleet.yaml stand, so that whoever knows more than this module, such as
 * which tables there are, tells a problem of its own in its line.
 */
public final class FleetLines {
  private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d{1,9})]");

  private final String source;
  private final Node root;

  private FleetLines(String source, Node root) {
    this.source = source;
    this.root = root;
  }

  /**
   * @throws InvalidFleetException if the file cannot be read as YAML
   */
  public static FleetLines of(Path file) {
    return of(file.toString(), FleetParser.text(file));
  }

  /** The same of a text, which problems call by a name. */
  public static FleetLines of(String sourceName, String yaml) {
    return new FleetLines(sourceName, new YamlDocument(sourceName).compose(yaml));
  }

  /**
   * A problem with the value at a path such as {@code hub.readers[0].tables[1]}; where there is
   * none, with what it would stand in.
   */
  public Problem problem(String path, String message) {
    Node node = root;
    Matcher steps = STEP.matcher(path);
    while (steps.find()) {
      Optional<Node> next =
          steps.group(1) == null
              ? item(node, Integer.parseInt(steps.group(2)))
              : member(node, steps.group(1));
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    Optional<Mark> mark = node.getStartMark();
    return new Problem(
        source,
        mark.map(at -> at.getLine() + 1).orElse(0),
        mark.map(at -> at.getColumn() + 1).orElse(0),
        path,
        message);
  }

  private static Optional<Node> item(Node node, int index) {
    return node instanceof SequenceNode sequence && index < sequence.getValue().size()
        ? Optional.of(sequence.getValue().get(index))
        : Optional.empty();
  }

  private static Optional<Node> member(Node node, String name) {
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    return mapping.getValue().stream()
        .filter(
            entry -> entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }
}
