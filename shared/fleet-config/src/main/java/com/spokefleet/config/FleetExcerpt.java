package com.spokefleet.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What the functions of one org are given of a fleet.yaml: that org's entry and what it refers to,
 * nothing of other orgs, of who reads the lake, or of how the fleet is watched. The text is a
 * fleet.yaml itself; it follows from what is left alone, so a change to another org's entry does
 * not change it by a byte.
 */
public final class FleetExcerpt {
  private final Map<String, Object> fleet;
  private final List<Map<String, Object>> spokes;

  private FleetExcerpt(Map<String, Object> fleet) {
    this.fleet = fleet;
    this.spokes = YamlTree.sections(fleet, FleetSection.SPOKES);
  }

  /**
   * @throws InvalidFleetException if the file is not a right fleet.yaml
   * @throws IllegalArgumentException if it has no such spoke
   */
  public static String of(Path file, String spokeName) {
    return of(file.toString(), FleetParser.text(file), spokeName);
  }

  /**
   * The same of a text.
   *
   * @param sourceName what problems call the text
   */
  public static String of(String sourceName, String yaml, String spokeName) {
    String excerpt = all(sourceName, yaml).get(spokeName);
    if (excerpt == null) {
      throw new IllegalArgumentException(
          "Cannot take %s out of %s: it has no such spoke".formatted(spokeName, sourceName));
    }
    return excerpt;
  }

  /** Of every spoke, by name, in the order of the file, which is read once only. */
  public static Map<String, String> all(Path file) {
    return all(file.toString(), FleetParser.text(file));
  }

  /** The same of a text. */
  public static Map<String, String> all(String sourceName, String yaml) {
    Fleet fleet = FleetParser.parse(sourceName, yaml);
    Node root = new YamlDocument(sourceName).compose(yaml);
    FleetExcerpt excerpt = new FleetExcerpt(YamlTree.section(root));
    Map<String, String> texts = new LinkedHashMap<>();
    for (int index = 0; index < fleet.spokes().size(); index++) {
      texts.put(fleet.spokes().get(index).name(), excerpt.text(index, fleet));
    }
    return texts;
  }

  private String text(int index, Fleet whole) {
    Spoke spoke = whole.spokes().get(index);
    Map<String, Object> excerpt = new LinkedHashMap<>(fleet);
    excerpt.remove(FleetSection.OPERATIONS.name());
    excerpt.remove(FleetSection.SIEM.name());
    excerpt.put(FleetSection.HUB.name(), hub());
    excerpt.put(FleetSection.SPOKES.name(), List.of(spokes.get(index)));
    replace(excerpt, FleetSection.DESTINATIONS, destinations(spoke, whole));
    replace(excerpt, FleetSection.PEOPLE, people(spoke.name()));
    if (excerpt.containsKey(FleetSection.TAXONOMY.name())) {
      excerpt.put(FleetSection.TAXONOMY.name(), taxonomy(spoke.name()));
    }
    return YamlTree.text(excerpt) + "\n";
  }

  /** A list that holds nothing of this org is as good as none, and the same for ever. */
  private static void replace(Map<String, Object> excerpt, Key<?> key, List<Object> entries) {
    if (entries.isEmpty()) {
      excerpt.remove(key.name());
    } else {
      excerpt.put(key.name(), entries);
    }
  }

  private Map<String, Object> hub() {
    Map<String, Object> hub = new LinkedHashMap<>(YamlTree.section(fleet, FleetSection.HUB));
    hub.remove(HubSection.READERS.name());
    return hub;
  }

  private List<Object> destinations(Spoke spoke, Fleet whole) {
    List<Map<String, Object>> all = YamlTree.sections(fleet, FleetSection.DESTINATIONS);
    List<Object> own = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      if (spoke.destinations().contains(whole.destinations().get(index).name())) {
        own.add(all.get(index));
      }
    }
    return own;
  }

  private List<Object> people(String spokeName) {
    List<Object> own = new ArrayList<>();
    for (Map<String, Object> person : YamlTree.sections(fleet, FleetSection.PEOPLE)) {
      Object user = YamlTree.section(person, PeopleSection.AGENTS).get(spokeName);
      if (user != null) {
        Map<String, Object> reduced = new LinkedHashMap<>(person);
        reduced.put(PeopleSection.AGENTS.name(), Map.of(spokeName, user));
        own.add(reduced);
      }
    }
    return own;
  }

  private Map<String, Object> taxonomy(String spokeName) {
    Map<String, Object> taxonomy =
        new LinkedHashMap<>(YamlTree.section(fleet, FleetSection.TAXONOMY));
    List<Object> entries = new ArrayList<>();
    for (Map<String, Object> entry : YamlTree.sections(taxonomy, TaxonomySection.WRAPUPS)) {
      Map<String, Object> reduced = new LinkedHashMap<>(entry);
      Object codes = YamlTree.section(entry, TaxonomySection.CODES).get(spokeName);
      reduced.remove(TaxonomySection.CODES.name());
      if (codes != null) {
        reduced.put(TaxonomySection.CODES.name(), Map.of(spokeName, codes));
      }
      entries.add(reduced);
    }
    replace(taxonomy, TaxonomySection.WRAPUPS, entries);
    return taxonomy;
  }
}
