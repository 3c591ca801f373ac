package com.spokefleet.siem.install;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One object with what is to become of it.
 *
 * @param fields that differ; empty where the whole object comes or goes
 * @param wanted empty if it is no longer wanted
 * @param installed empty if it is not there
 */
public record Change(
    ObjectKey key,
    Verdict verdict,
    SortedSet<String> fields,
    Optional<WantedObject> wanted,
    Optional<InstalledObject> installed) {
  public Change {
    fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
  }
}
