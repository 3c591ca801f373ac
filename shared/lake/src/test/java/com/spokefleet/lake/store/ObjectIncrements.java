package com.spokefleet.lake.store;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Increments a counter object by compare-and-set; also as a process of its own. */
final class ObjectIncrements {
  static final int COUNT = 12;

  private ObjectIncrements() {}

  public static void main(String[] arguments) throws IOException {
    run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void run(Path root, Path scratch) throws IOException {
    ObjectStore store = new FolderObjectStore(root);
    Path file = Files.createTempFile(scratch, "counter", "");
    for (int count = 0; count < COUNT; ) {
      ObjectVersion version = store.download("counter", file).orElseThrow();
      Files.writeString(file, "" + (Integer.parseInt(Files.readString(file)) + 1));
      try {
        store.upload("counter", file, Precondition.unchanged(version));
        count++;
      } catch (StoreException lost) {
        if (lost.kind() != FailureKind.CONFLICT) {
          throw lost;
        }
      }
    }
  }
}
