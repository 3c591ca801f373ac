package com.spokefleet.replay.backup;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Small objects beside the backup, each written once and for good. */
final class Durable {
  private final ObjectStore store;
  private final Path scratch;

  Durable(ObjectStore store, Path scratch) {
    this.store = store;
    this.scratch = scratch;
  }

  /** Writes a new object; returns only when it is there. Fails if another is in its place. */
  void create(String key, Path content) {
    try {
      store.upload(key, content, Precondition.absent());
    } catch (StoreException failure) {
      boolean maybeWritten =
          failure.kind() == FailureKind.UNKNOWN_OUTCOME || failure.kind() == FailureKind.CONFLICT;
      if (!maybeWritten || !holds(key, content)) {
        throw failure;
      }
    }
  }

  void create(String key, byte[] content) {
    withScratch(
        file -> {
          Files.write(file, content);
          create(key, file);
          return content;
        });
  }

  Optional<byte[]> read(String key) {
    return withScratch(
        file ->
            store.download(key, file).isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readAllBytes(file)));
  }

  private boolean holds(String key, Path content) {
    return withScratch(
        file -> store.download(key, file).isPresent() && Files.mismatch(file, content) < 0);
  }

  /** What is done with a temporary file. */
  interface Use<T> {
    T apply(Path file) throws IOException;
  }

  <T> T withScratch(Use<T> use) {
    try {
      Path file = Files.createTempFile(scratch, "replay-", ".tmp");
      try {
        return use.apply(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "Cannot use a temporary file for the replay: " + failure.getMessage(), failure);
    }
  }
}
