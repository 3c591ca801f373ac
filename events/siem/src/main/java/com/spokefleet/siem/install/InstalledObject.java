package com.spokefleet.siem.install;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An object as it was found: one that we made, or one of a name that we want.
 *
 * @param id how the SIEM calls it
 * @param ours whether we made it; only then may it be changed
 * @param fields those that we set or would set, in the form of {@link WantedObject}
 * @param touched fields that somebody changed since we set them
 * @param unfinished whether we were interrupted after changing it and before noting so
 * @param removable whether it can be deleted this way, and not only with the package it came in
 */
public record InstalledObject(
    ObjectKey key,
    String id,
    boolean ours,
    SortedMap<String, String> fields,
    Set<String> touched,
    boolean unfinished,
    boolean removable) {
  public InstalledObject {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    touched = Collections.unmodifiableSet(new TreeSet<>(touched));
  }

  /** Somebody else's, of a name that we want. */
  public static InstalledObject foreign(ObjectKey key, String id) {
    return new InstalledObject(key, id, false, new TreeMap<>(), Set.of(), false, false);
  }
}
