package com.spokefleet.lake.partition;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A store under which the process dies right after step k: each call, and each fence, is one. */
final class CrashingStore implements ObjectStore {
  /** The process is gone. */
  static final class Crash extends Error {}

  private final ObjectStore store;
  private int stepsLeft;

  CrashingStore(ObjectStore store, int stepsLeft) {
    this.store = store;
    this.stepsLeft = stepsLeft;
  }

  /** A step without effect, such as the check of a fence. */
  void pass() {
    if (stepsLeft-- == 0) {
      throw new Crash();
    }
  }

  @Override
  public Optional<ObjectVersion> download(String key, Path target) {
    Optional<ObjectVersion> version = store.download(key, target);
    pass();
    return version;
  }

  @Override
  public Optional<ObjectVersion> version(String key) {
    Optional<ObjectVersion> version = store.version(key);
    pass();
    return version;
  }

  @Override
  public ObjectVersion upload(String key, Path content, Precondition precondition) {
    ObjectVersion version = store.upload(key, content, precondition);
    pass();
    return version;
  }

  @Override
  public List<String> list(String prefix) {
    List<String> keys = store.list(prefix);
    pass();
    return keys;
  }
}
