package com.spokefleet.siem.install;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object as we would install it.
 *
 * @param fields what we set of it, as one text each that is equal exactly if the value is
 */
public record WantedObject(ObjectKey key, SortedMap<String, String> fields) {
  public WantedObject {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }
}
