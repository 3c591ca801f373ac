package com.spokefleet.siem.install;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object as we would install it.
 *
 * @param fields what we set of it, as one text each that is equal exactly if the value is
 * @param document as it is sent, where that is more than its fields; else empty
 */
public record WantedObject(ObjectKey key, SortedMap<String, String> fields, String document) {
  public WantedObject {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** One that is sent as its fields. */
  public WantedObject(ObjectKey key, SortedMap<String, String> fields) {
    this(key, fields, "");
  }
}
