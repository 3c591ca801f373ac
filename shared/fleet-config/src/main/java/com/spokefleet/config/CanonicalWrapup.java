package com.spokefleet.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One entry of the master taxonomy.
 *
 * @param names wrap-up code names, of any org, that mean this entry; compared without case
 * @param codes per spoke name, wrap-up code ids that mean this entry; they win over names
 */
public record CanonicalWrapup(
    String name, String category, List<String> names, Map<String, List<String>> codes) {
  public CanonicalWrapup {
    names = List.copyOf(names);
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  boolean isNamed(String foldedName) {
    return Stream.concat(Stream.of(name), names.stream())
        .anyMatch(candidate -> WrapupName.folded(candidate).equals(foldedName));
  }
}
