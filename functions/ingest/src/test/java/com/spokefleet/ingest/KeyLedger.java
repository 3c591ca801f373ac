package com.spokefleet.ingest;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Notes every key an org's functions ask a store for. */
final class KeyLedger {
  private final Set<String> written = new ConcurrentSkipListSet<>();
  private final Set<String> read = new ConcurrentSkipListSet<>();

  /** Keys written. */
  Set<String> written() {
    return written;
  }

  /** Keys read, and prefixes listed. */
  Set<String> read() {
    return read;
  }

  ObjectStore around(ObjectStore store) {
    return new ObjectStore() {
      @Override
      public Optional<ObjectVersion> download(String key, Path target) {
        read.add(key);
        return store.download(key, target);
      }

      @Override
      public Optional<ObjectVersion> version(String key) {
        read.add(key);
        return store.version(key);
      }

      @Override
      public ObjectVersion upload(String key, Path content, Precondition precondition) {
        written.add(key);
        return store.upload(key, content, precondition);
      }

      @Override
      public List<String> list(String prefix) {
        read.add(prefix);
        return store.list(prefix);
      }
    };
  }
}
