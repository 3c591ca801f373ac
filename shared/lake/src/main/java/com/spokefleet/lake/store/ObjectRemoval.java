package com.spokefleet.lake.store;

/**
 * Removes objects. Apart from {@link ObjectStore}, for who writes the lake has no business removing
 * anything.
 */
@FunctionalInterface
public interface ObjectRemoval {
  /** Removes the object; nothing happens if there is none. Fails with {@link StoreException}. */
  void remove(String key);
}
