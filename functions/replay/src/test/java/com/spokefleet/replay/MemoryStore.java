package com.spokefleet.replay;

import com.spokefleet.lake.store.ObjectRemoval;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bucket in memory that tells of every change after it is made. */
public final class MemoryStore implements ObjectStore, ObjectRemoval {
  private final SortedMap<String, byte[]> objects = new TreeMap<>();
  private Runnable changed = () -> {};

  public void onChange(Runnable listener) {
    changed = listener;
  }

  public void put(String key, byte[] content) {
    objects.put(key, content);
  }

  public String text(String key) {
    return new String(objects.getOrDefault(key, new byte[0]), StandardCharsets.UTF_8);
  }

  @Override
  public Optional<ObjectVersion> download(String key, Path target) {
    byte[] content = objects.get(key);
    if (content == null) {
      return Optional.empty();
    }
    try {
      Files.write(target, content);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write " + target, failure);
    }
    return version(key);
  }

  @Override
  public Optional<ObjectVersion> version(String key) {
    return Optional.ofNullable(objects.get(key)).map(Sha256::of).map(ObjectVersion::new);
  }

  @Override
  public ObjectVersion upload(String key, Path content, Precondition precondition) {
    boolean holds =
        switch (precondition) {
          case Precondition.Absent() -> !objects.containsKey(key);
          case Precondition.Unchanged(ObjectVersion version) ->
              version(key).equals(Optional.of(version));
        };
    if (!holds) {
      throw new StoreException(FailureKind.CONFLICT, "Cannot write " + key, null);
    }
    try {
      objects.put(key, Files.readAllBytes(content));
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read " + content, failure);
    }
    changed.run();
    return version(key).orElseThrow();
  }

  @Override
  public List<String> list(String prefix) {
    return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  @Override
  public void remove(String key) {
    objects.remove(key);
    changed.run();
  }
}
