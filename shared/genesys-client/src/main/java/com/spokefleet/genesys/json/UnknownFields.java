package com.spokefleet.genesys.json;

import java.util.Map;
import java.util.TreeMap;

/** Counts the fields nobody told us about, by dotted path. Bounded, whatever a page holds. */
public final class UnknownFields {
  private static final int MOST_PATHS = 100;
  private static final int LONGEST_NAME = 100;
  private static final String OTHERS = "(others)";

  private final Map<String, Long> counts = new TreeMap<>();

  void count(String parentPath, String name) {
    String shortName = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    String path = parentPath.isEmpty() ? shortName : parentPath + "." + shortName;
    boolean room = counts.size() < MOST_PATHS || counts.containsKey(path);
    counts.merge(room ? path : OTHERS, 1L, Long::sum);
  }

  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }
}
