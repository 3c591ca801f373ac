package com.spokefleet.lake.store;

import com.spokefleet.telemetry.FailureKind;
import java.nio.file.Path;

/** Places keys under a root folder, and refuses those that would leave it. */
final class KeyPath {
  /** Holds locks and half-written files; no key may begin with it. */
  static final String RESERVED = ".store";

  private KeyPath() {}

  static Path resolve(Path root, String key) {
    boolean valid = !key.isEmpty() && !key.contains("\\") && key.indexOf('\0') < 0;
    for (String segment : key.split("/", -1)) {
      valid &= !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
    }
    if (!valid || key.equals(RESERVED) || key.startsWith(RESERVED + "/")) {
      throw new StoreException(
          FailureKind.PERMANENT,
          "Cannot use '" + key + "' as a key: it must be names separated by single slashes",
          null);
    }
    return root.resolve(key);
  }
}
