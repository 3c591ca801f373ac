package com.spokefleet.normalize;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists inside a flat row: comma-separated in the record's order, null when there is nothing. */
final class JoinedText {
  private JoinedText() {}

  static @Nullable String of(List<?> values) {
    return switch (values.size()) {
      case 0 -> null;
      case 1 -> values.getFirst().toString();
      default -> values.stream().map(Object::toString).collect(Collectors.joining(","));
    };
  }
}
