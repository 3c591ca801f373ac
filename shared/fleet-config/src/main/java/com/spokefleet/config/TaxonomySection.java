package com.spokefleet.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code taxonomy} of fleet.yaml. */
final class TaxonomySection {
  static final Key<String> NAME =
      Key.required(
          "name",
          ScalarTypes.LABEL,
          "Name of the entry in reports; a code of this very name means the entry too.");
  static final Key<String> CATEGORY =
      Key.required("category", ScalarTypes.LABEL, "Group of entries in reports.");
  static final Key<List<Located<String>>> NAMES =
      Key.optional(
          "names",
          new ListOf<>(ScalarTypes.LABEL, 0),
          "Names of wrap-up codes, in any org and language, that mean this entry.");
  static final Key<Map<Located<String>, List<Located<String>>>> CODES =
      Key.optional(
          "codes",
          new MapOf<>(new ListOf<>(ScalarTypes.LABEL, 0)),
          "Ids of wrap-up codes that mean this entry, by name of the spoke; they win over names.");

  static final Section ENTRY =
      new Section("One entry of the vocabulary.", List.of(NAME, CATEGORY, NAMES, CODES));
  static final Key<List<Located<SectionValues>>> WRAPUPS =
      Key.optional(
          "wrapups", new ListOf<>(ENTRY, 0), "Entries onto which wrap-up codes are mapped.");

  static final Section SECTION =
      new Section("The fleet's own vocabulary for what orgs name differently.", List.of(WRAPUPS));

  private TaxonomySection() {}

  static Taxonomy build(SectionValues values) {
    return new Taxonomy(
        values.optional(WRAPUPS).orElse(List.of()).stream()
            .map(entry -> entry(entry.value()))
            .toList());
  }

  private static CanonicalWrapup entry(SectionValues values) {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    values
        .optional(CODES)
        .orElse(Map.of())
        .forEach((spoke, ids) -> codes.put(spoke.value(), texts(ids)));
    return new CanonicalWrapup(
        values.get(NAME),
        values.get(CATEGORY),
        texts(values.optional(NAMES).orElse(List.of())),
        codes);
  }

  private static List<String> texts(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }
}
