package com.spokefleet.lake.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Mutual exclusion per key among all threads and processes that use one folder. Keys share a fixed
 * set of lock files, which stay.
 */
final class FolderLocks {
  private static final int STRIPES = 64;

  /**
   * A process owns its file locks as a whole: they do not keep its own threads apart, and closing
   * any channel of a lock file drops them. So within the JVM, whatever the store object, one thread
   * at a time has the lock file open.
   */
  private static final List<ReentrantLock> WITHIN_THIS_PROCESS =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

  private final Path folder;

  FolderLocks(Path root) {
    folder = root.resolve(KeyPath.RESERVED).resolve("locks");
  }

  /** What runs while the key is locked. */
  interface Action<T> {
    T run() throws IOException;
  }

  <T> T locked(String key, Action<T> action) throws IOException {
    int stripe = Math.floorMod(key.hashCode(), STRIPES);
    Files.createDirectories(folder);
    Path file = folder.resolve("%02d.lock".formatted(stripe));
    WITHIN_THIS_PROCESS.get(stripe).lock();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!held.isValid()) {
        throw new IOException("Cannot hold the lock of " + key);
      }
      return action.run();
    } finally {
      WITHIN_THIS_PROCESS.get(stripe).unlock();
    }
  }
}
