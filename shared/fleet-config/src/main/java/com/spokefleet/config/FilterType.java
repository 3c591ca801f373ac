package com.spokefleet.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A query of which only the filters count, as YAML, as JSON in its place, or as JSON in a text. Its
 * members that Spokefleet sets itself are left out without a word, so that a query can be pasted as
 * it was copied.
 */
record FilterType(FilteredQuery query) implements ValueType<QueryFilter> {
  @Override
  public @Nullable QueryFilter read(Node node, String path, Problems problems) {
    if (node instanceof ScalarNode text && text.getTag().equals(Tag.STR)) {
      return readText(text, path, problems);
    }
    Problems own = new Problems(problems.source());
    String members = members(node, path, own);
    problems.addAll(own);
    return own.isEmpty() ? QueryFilter.of(members) : null;
  }

  /** Problems of a text get the lines they have in the file; columns count within the text. */
  private @Nullable QueryFilter readText(ScalarNode text, String path, Problems problems) {
    Problems own = new Problems(problems.source());
    String members = "";
    try {
      Node node = new YamlDocument(problems.source()).compose(text.getValue());
      members = members(node, path, own);
    } catch (InvalidFleetException notReadable) {
      notReadable.problems().forEach(problem -> own.add(problem.under(path)));
    }
    int firstLine = text.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    if (text.getScalarStyle() == ScalarStyle.LITERAL) {
      problems.addAll(own.movedDown(firstLine));
    } else {
      own.messages().forEach(message -> problems.add(text, path, message));
    }
    return own.isEmpty() ? QueryFilter.of(members) : null;
  }

  private String members(Node node, String path, Problems problems) {
    Map<Located<String>, Node> entries = YamlKeys.read(node, path, problems);
    if (entries == null) {
      return "";
    }
    entries.keySet().forEach(key -> check(key, problems));
    FilterReader reader = new FilterReader(problems);
    StringBuilder members = new StringBuilder();
    for (FilterKind kind : query.kinds()) {
      entries.forEach(
          (key, filters) -> {
            if (key.value().equals(kind.member())) {
              reader
                  .read(kind, filters, key.path())
                  .ifPresent(json -> append(members, kind.member(), json));
            }
          });
    }
    reader.checkSize(node, path);
    if (members.isEmpty() && problems.isEmpty()) {
      problems.add(node, path, "has no filter; known are " + String.join(", ", query.kindNames()));
    }
    return members.toString();
  }

  private void check(Located<String> key, Problems problems) {
    Optional<String> reason = Optional.ofNullable(query.unsupported().get(key.value()));
    if (reason.isPresent()) {
      problems.add(key, reason.get());
    } else if (!query.kindNames().contains(key.value()) && !query.ignored().contains(key.value())) {
      List<String> known =
          Stream.concat(query.kindNames().stream(), query.ignored().stream()).toList();
      problems.add(key, Suggestions.unknownKey(key.value(), known));
    }
  }

  private static void append(StringBuilder members, String name, String json) {
    members.append(members.isEmpty() ? "" : ",").append('"').append(name).append("\":");
    members.append(json);
  }

  @Override
  public Map<String, Object> schema() {
    return FilterSchema.of(query);
  }
}
