package com.spokefleet.siem.install;

import java.util.Comparator;

/**
 * By what an object of a SIEM is found again.
 *
 * @param kind such as {@code monitor} or {@code savedsearches}
 * @param name unique among the objects of its kind
 */
public record ObjectKey(String kind, String name) implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind).thenComparing(ObjectKey::name);

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " '" + name + "'";
  }
}
