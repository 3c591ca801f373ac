package com.spokefleet.lake.store;

import com.spokefleet.telemetry.FailureKind;
import java.nio.file.Path;

/** Increments a counter checkpoint by compare-and-set; also as a process of its own. */
final class CheckpointIncrements {
  static final int COUNT = 20;

  private CheckpointIncrements() {}

  public static void main(String[] arguments) {
    run(Path.of(arguments[0]));
  }

  static void run(Path root) {
    CheckpointStore store = new FileCheckpointStore(root);
    for (int count = 0; count < COUNT; ) {
      Checkpoint current = store.read("counter").orElseThrow();
      try {
        store.write("counter", current, "" + (Integer.parseInt(current.body()) + 1));
        count++;
      } catch (StoreException lost) {
        if (lost.kind() != FailureKind.CONFLICT) {
          throw lost;
        }
      }
    }
  }
}
