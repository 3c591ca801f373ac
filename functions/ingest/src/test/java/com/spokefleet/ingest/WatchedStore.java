package com.spokefleet.ingest;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An object store that does something before every call, and after every upload. */
record WatchedStore(ObjectStore store, Runnable before, Consumer<String> uploaded)
    implements ObjectStore {
  @Override
  public Optional<ObjectVersion> download(String key, Path target) {
    before.run();
    return store.download(key, target);
  }

  @Override
  public Optional<ObjectVersion> version(String key) {
    before.run();
    return store.version(key);
  }

  @Override
  public ObjectVersion upload(String key, Path content, Precondition precondition) {
    before.run();
    ObjectVersion version = store.upload(key, content, precondition);
    uploaded.accept(key);
    return version;
  }

  @Override
  public List<String> list(String prefix) {
    before.run();
    return store.list(prefix);
  }
}
