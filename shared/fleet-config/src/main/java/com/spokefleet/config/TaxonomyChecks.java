package com.spokefleet.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A wrap-up code means at most one entry of the taxonomy. */
final class TaxonomyChecks {
  private final Problems problems;
  private final List<String> spokeNames;

  TaxonomyChecks(Problems problems, List<Located<SectionValues>> spokes) {
    this.problems = problems;
    this.spokeNames =
        spokes.stream()
            .flatMap(spoke -> spoke.value().optional(SpokeSection.NAME).stream())
            .toList();
  }

  void check(List<Located<SectionValues>> entries) {
    Map<String, Claim> names = new HashMap<>();
    Map<String, Claim> codes = new HashMap<>();
    // Names of entries first: a name that another entry lists is that entry's mistake.
    for (Located<SectionValues> entry : entries) {
      entry
          .value()
          .located(TaxonomySection.NAME)
          .ifPresent(name -> claim(names, WrapupName.folded(name.value()), name, entry));
    }
    for (Located<SectionValues> entry : entries) {
      for (Located<String> name : entry.value().optional(TaxonomySection.NAMES).orElse(List.of())) {
        claim(names, WrapupName.folded(name.value()), name, entry);
      }
      entry
          .value()
          .optional(TaxonomySection.CODES)
          .ifPresent(bySpoke -> checkCodes(codes, bySpoke, entry));
    }
  }

  private void checkCodes(
      Map<String, Claim> codes,
      Map<Located<String>, List<Located<String>>> bySpoke,
      Located<SectionValues> entry) {
    bySpoke.forEach(
        (spoke, ids) -> {
          if (!spokeNames.contains(spoke.value())) {
            problems.add(spoke, Suggestions.unknown("spoke", spoke.value(), spokeNames));
          }
          for (Located<String> id : ids) {
            claim(codes, spoke.value() + "/" + id.value(), id, entry);
          }
        });
  }

  /** Twice in the same entry is harmless; in two entries, nobody knows what is meant. */
  private void claim(
      Map<String, Claim> claims, String key, Located<String> text, Located<SectionValues> entry) {
    Claim before = claims.putIfAbsent(key, new Claim(text, entry));
    if (before != null && !before.entry().path().equals(entry.path())) {
      problems.add(text, "already means another entry, by " + before.text().path());
    }
  }

  private record Claim(Located<String> text, Located<SectionValues> entry) {}
}
