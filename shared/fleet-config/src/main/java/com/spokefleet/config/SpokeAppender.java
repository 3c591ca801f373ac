package com.spokefleet.config;

import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Adds an entry to {@code spokes} of a fleet.yaml as text: nothing that was there changes, comments
 * and blanks included. What comes out is not checked; parse it.
 */
public final class SpokeAppender {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int USUAL_INDENTATION = 2;

  private final String source;
  private final String mark;
  private final String text;

  /**
   * @param source what problems call the text, such as a file name
   */
  public SpokeAppender(String source, String yaml) {
    this.source = source;
    this.mark = yaml.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.text = yaml.substring(mark.length());
  }

  /** Whether {@code spokes:} stands there with nothing behind it, to be filled. */
  public boolean hasNone() {
    return isBlank(spokes());
  }

  /**
   * The text with the entry behind the last one, indented as that.
   *
   * @param lines the entry's keys with their values, in YAML, one key a line
   * @throws InvalidFleetException if the list is not written one entry below the other
   */
  public String append(List<String> lines) {
    Node spokes = spokes();
    if (isBlank(spokes)) {
      return insert(endOfLine(end(spokes)), USUAL_INDENTATION, USUAL_INDENTATION + 2, false, lines);
    }
    if (!(spokes instanceof SequenceNode list)) {
      throw problem(spokes, "must be a list but is " + YamlKind.of(spokes));
    }
    if (list.getFlowStyle() == FlowStyle.FLOW) {
      throw problem(
          spokes, "is written in brackets; write one entry below the other, each behind a dash");
    }
    Node last = list.getValue().getLast();
    int dash = start(list).getColumn();
    boolean apart = list.getValue().size() > 1 && isApart(last);
    return insert(endOfEntry(last, dash), dash, start(last).getColumn(), apart, lines);
  }

  private Node spokes() {
    Node root = new YamlDocument(source).compose(text);
    if (root instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && key.getValue().equals(FleetSection.SPOKES.name())) {
          return tuple.getValueNode();
        }
      }
    }
    throw problem(root, "is missing; write it with nothing behind it");
  }

  private static boolean isBlank(Node node) {
    return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
  }

  private String insert(int at, int dash, int key, boolean apart, List<String> lines) {
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    StringBuilder entry = new StringBuilder();
    if (at > 0 && text.charAt(at - 1) != '\n') {
      entry.append(lineEnd);
    }
    if (apart) {
      entry.append(lineEnd);
    }
    String before = " ".repeat(dash) + "-" + " ".repeat(Math.max(1, key - dash - 1));
    for (String line : lines) {
      entry.append(before).append(line).append(lineEnd);
      before = " ".repeat(before.length());
    }
    return mark + text.substring(0, at) + entry + text.substring(at);
  }

  /** Behind its last value, and behind comments below it that are indented as part of it. */
  private int endOfEntry(Node entry, int dash) {
    int accepted = endOfLine(end(lastValue(entry)));
    int position = accepted;
    while (position < text.length()) {
      int next = endOfLine(position);
      String line = text.substring(position, next);
      if (!line.isBlank()) {
        if (line.indexOf(line.strip()) <= dash) {
          break;
        }
        accepted = next;
      }
      position = next;
    }
    return accepted;
  }

  /** Whether a blank line is between an entry, or the comments above it, and what is before. */
  private boolean isApart(Node entry) {
    int lineStart = text.lastIndexOf('\n', offset(start(entry))) + 1;
    while (lineStart > 0) {
      int previous = text.lastIndexOf('\n', lineStart - 2) + 1;
      String line = text.substring(previous, lineStart).strip();
      if (!line.startsWith("#")) {
        return line.isEmpty();
      }
      lineStart = previous;
    }
    return false;
  }

  private static Node lastValue(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() != FlowStyle.FLOW
        && !collection.getValue().isEmpty()) {
      return switch (collection) {
        case MappingNode mapping -> lastValue(mapping.getValue().getLast().getValueNode());
        case SequenceNode sequence -> lastValue(sequence.getValue().getLast());
        default -> node;
      };
    }
    return node;
  }

  /** The end of what is written; a block of text ends where the next thing starts. */
  private int end(Node node) {
    int start = offset(start(node));
    int end = node.getEndMark().map(this::offset).orElse(start);
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int endOfLine(int position) {
    int lineFeed = text.indexOf('\n', position);
    return lineFeed < 0 ? text.length() : lineFeed + 1;
  }

  private int offset(Mark position) {
    return text.offsetByCodePoints(0, position.getIndex());
  }

  private static Mark start(Node node) {
    return node.getStartMark()
        .orElseThrow(() -> new IllegalStateException("Cannot tell where a node stands"));
  }

  private InvalidFleetException problem(Node node, String message) {
    Mark position = start(node);
    return new InvalidFleetException(
        source,
        List.of(
            new Problem(
                source,
                position.getLine() + 1,
                position.getColumn() + 1,
                FleetSection.SPOKES.name(),
                message)));
  }
}
