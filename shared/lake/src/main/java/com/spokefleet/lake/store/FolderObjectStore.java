package com.spokefleet.lake.store;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Objects as files under a folder, for one machine. A version is the SHA-256 of the content.
 * Conditional writes hold across threads and processes that use the same folder.
 */
public final class FolderObjectStore implements ObjectStore, ObjectRemoval {
  private final Path root;
  private final FolderLocks locks;
  private final AtomicFile files;

  public FolderObjectStore(Path root) {
    this.root = root;
    this.locks = new FolderLocks(root);
    this.files = new AtomicFile(root);
  }

  @Override
  public Optional<ObjectVersion> download(String key, Path target) {
    Path source = KeyPath.resolve(root, key);
    try (InputStream content = Files.newInputStream(source);
        OutputStream output = Files.newOutputStream(target)) {
      return Optional.of(new ObjectVersion(Sha256.copying(content, output)));
    } catch (NoSuchFileException failure) {
      if (Files.exists(source)) {
        throw failure("Cannot write the download of " + key + " to its target", failure);
      }
      return Optional.empty();
    } catch (IOException failure) {
      throw failure("Cannot read object " + key, failure);
    }
  }

  @Override
  public Optional<ObjectVersion> version(String key) {
    try {
      return current(KeyPath.resolve(root, key));
    } catch (IOException failure) {
      throw failure("Cannot read object " + key, failure);
    }
  }

  @Override
  public ObjectVersion upload(String key, Path content, Precondition precondition) {
    Path target = KeyPath.resolve(root, key);
    try {
      return locks.locked(
          key,
          () -> {
            require(key, current(target), precondition);
            try (InputStream bytes = Files.newInputStream(content)) {
              return new ObjectVersion(files.replace(target, bytes));
            }
          });
    } catch (IOException failure) {
      throw new StoreException(
          FailureKind.UNKNOWN_OUTCOME, "Cannot confirm the write of object " + key, failure);
    }
  }

  @Override
  public List<String> list(String prefix) {
    List<String> keys = new ArrayList<>();
    Path folder = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1)).normalize();
    if (!folder.startsWith(root.normalize()) || !Files.isDirectory(folder)) {
      return keys;
    }
    try {
      Files.walkFileTree(folder, new KeyCollector(prefix, keys));
    } catch (IOException failure) {
      throw failure("Cannot list objects under " + prefix, failure);
    }
    Collections.sort(keys);
    return keys;
  }

  @Override
  public void remove(String key) {
    Path object = KeyPath.resolve(root, key);
    try {
      Files.deleteIfExists(object);
    } catch (IOException failure) {
      throw failure("Cannot remove object " + key, failure);
    }
  }

  private static Optional<ObjectVersion> current(Path object) throws IOException {
    try {
      return Optional.of(new ObjectVersion(Sha256.of(object)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  private static void require(
      String key, Optional<ObjectVersion> current, Precondition precondition) {
    boolean holds =
        switch (precondition) {
          case Precondition.Absent() -> current.isEmpty();
          case Precondition.Unchanged(ObjectVersion version) ->
              current.equals(Optional.of(version));
        };
    if (!holds) {
      throw new StoreException(
          FailureKind.CONFLICT, "Cannot write object " + key + ": it was changed meanwhile", null);
    }
  }

  private static StoreException failure(String message, IOException cause) {
    return new StoreException(FailureKind.RETRYABLE, message, cause);
  }

  private final class KeyCollector extends SimpleFileVisitor<Path> {
    private final String prefix;
    private final List<String> keys;

    KeyCollector(String prefix, List<String> keys) {
      this.prefix = prefix;
      this.keys = keys;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(root.resolve(KeyPath.RESERVED))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String key = root.relativize(file).toString().replace('\\', '/');
      if (key.startsWith(prefix)) {
        keys.add(key);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
