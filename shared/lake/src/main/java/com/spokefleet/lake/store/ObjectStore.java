package com.spokefleet.lake.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whole objects under slash-separated keys, replaced atomically: a reader sees the old bytes or the
 * new ones. Safe for use by several threads and processes. Every failure is a {@link
 * StoreException}; none is hidden as "absent".
 */
public interface ObjectStore {
  /**
   * Copies the object into {@code target} (created or overwritten); empty if there is no such
   * object.
   */
  Optional<ObjectVersion> download(String key, Path target);

  /** The current version; empty if there is no such object. */
  Optional<ObjectVersion> version(String key);

  /**
   * Stores the file's bytes under the key if the precondition holds, and returns the new version.
   */
  ObjectVersion upload(String key, Path content, Precondition precondition);

  /** All keys that start with the prefix, sorted. */
  List<String> list(String prefix);
}
