package com.spokefleet.ingest.landed;

import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A lake that says which partition is about to be written, and knows the hash of what it wrote. */
final class NotedStore implements ObjectStore {
  private final ObjectStore store;
  private final Path scratch;
  private final Consumer<Partition> aboutToWrite;
  private final Map<Partition, String> hashes = new HashMap<>();

  NotedStore(ObjectStore store, Path scratch, Consumer<Partition> aboutToWrite) {
    this.store = store;
    this.scratch = scratch;
    this.aboutToWrite = aboutToWrite;
  }

  /** Hashes are of this run only: another process may write after it. */
  void forget() {
    hashes.clear();
  }

  /** Of the partition's object as it stands; empty if there is none. */
  Optional<String> sha256(Partition partition) {
    String known = hashes.get(partition);
    return known == null ? stored(partition) : Optional.of(known);
  }

  private Optional<String> stored(Partition partition) {
    try {
      Path file = Files.createTempFile(scratch, "landed-", ".tmp");
      try {
        return store.download(partition.key(), file).isEmpty()
            ? Optional.empty()
            : Optional.of(Sha256.of(file));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new StoreException(
          FailureKind.PERMANENT,
          "Cannot read " + partition.key() + ": the scratch folder failed",
          failure);
    }
  }

  @Override
  public ObjectVersion upload(String key, Path content, Precondition precondition) {
    Optional<Partition> partition = Partition.parse(key);
    partition.ifPresent(aboutToWrite);
    partition.ifPresent(hashes::remove);
    ObjectVersion version = store.upload(key, content, precondition);
    if (partition.isPresent()) {
      try {
        hashes.put(partition.get(), Sha256.of(content));
      } catch (IOException unreadable) {
        // What is stored is read again when it is told.
        hashes.remove(partition.get());
      }
    }
    return version;
  }

  @Override
  public Optional<ObjectVersion> download(String key, Path target) {
    return store.download(key, target);
  }

  @Override
  public Optional<ObjectVersion> version(String key) {
    return store.version(key);
  }

  @Override
  public List<String> list(String prefix) {
    return store.list(prefix);
  }
}
