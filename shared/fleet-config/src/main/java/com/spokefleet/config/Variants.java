package com.spokefleet.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A section that is one of several, told apart by the text under one key, which each of them also
 * declares.
 *
 * @param names texts under the discriminator, in the order of their sections
 */
record Variants(String discriminator, List<String> names, List<Section> sections)
    implements ValueType<Variants.Variant> {

  /** Which section it was, and what stood in it. */
  record Variant(String name, SectionValues values) {}

  @Override
  public @Nullable Variant read(Node node, String path, Problems problems) {
    Map<Located<String>, Node> entries = YamlKeys.read(node, path, new Problems(""));
    if (entries == null) {
      problems.add(node, path, "must be a section with keys but is " + YamlKind.of(node));
      return null;
    }
    Optional<Map.Entry<Located<String>, Node>> chosen =
        entries.entrySet().stream()
            .filter(entry -> entry.getKey().value().equals(discriminator))
            .findFirst();
    if (chosen.isEmpty()) {
      reportMissingDiscriminator(entries.keySet(), node, path, problems);
      return null;
    }
    Node choice = chosen.get().getValue();
    String text = choice instanceof ScalarNode scalar ? scalar.getValue() : "";
    int index = names.indexOf(text);
    if (index < 0) {
      problems.add(choice, path + "." + discriminator, Suggestions.unknown("value", text, names));
      return null;
    }
    SectionValues values = sections.get(index).read(node, path, problems);
    return values == null ? null : new Variant(text, values);
  }

  /**
   * Which keys belong here is not known then; those that belong to none are reported all the same.
   */
  private void reportMissingDiscriminator(
      Set<Located<String>> keys, Node node, String path, Problems problems) {
    Set<String> known = new LinkedHashSet<>();
    sections.forEach(section -> known.addAll(section.keyNames()));
    boolean misspelt = false;
    for (Located<String> key : keys) {
      if (!known.contains(key.value())) {
        problems.add(key, Suggestions.unknownKey(key.value(), known));
        misspelt |=
            Suggestions.nearest(key.value(), known).filter(discriminator::equals).isPresent();
      }
    }
    if (!misspelt) {
      problems.add(
          node, path + "." + discriminator, "is missing; one of " + String.join(", ", names));
    }
  }

  @Override
  public Map<String, Object> schema() {
    return SchemaObjects.of("oneOf", sections.stream().map(Section::schema).toList());
  }
}
