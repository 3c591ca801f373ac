package com.spokefleet.lake.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Small documents under compare-and-set, read with strong consistency. Safe for use by several
 * threads and processes. Every failure is a {@link StoreException}.
 */
public interface CheckpointStore {
  Optional<Checkpoint> read(String key);

  /**
   * Writes the body if the stored checkpoint is still {@code expected} (null: if there is none),
   * and returns what is stored now. Fails with {@code CONFLICT} when somebody else wrote first.
   */
  Checkpoint write(String key, @Nullable Checkpoint expected, String body);
}
