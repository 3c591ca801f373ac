package com.spokefleet.config;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a YAML node is, in the words of a problem. */
final class YamlKind {
  private YamlKind() {}

  static String of(Node node) {
    return switch (node) {
      case MappingNode mapping -> "a section with keys";
      case SequenceNode sequence -> "a list";
      case ScalarNode scalar -> ofScalar(scalar.getTag());
      default -> "something else";
    };
  }

  private static String ofScalar(Tag tag) {
    if (tag.equals(Tag.NULL)) {
      return "empty";
    }
    if (tag.equals(Tag.STR)) {
      return "text";
    }
    if (tag.equals(Tag.BOOL)) {
      return "true or false";
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return "a number";
    }
    return "a value with a YAML tag, which is not supported";
  }
}
