package com.spokefleet.lake.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Mutual exclusion per key among all threads and processes that use one folder. Keys share a fixed
 * set of lock files, which stay.
 */
final class FolderLocks {
  private static final int STRIPES = 64;
  private static final long POLL_NANOSECONDS = 500_000;

  private final Path folder;
  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

  FolderLocks(Path root) {
    folder = root.resolve(KeyPath.RESERVED).resolve("locks");
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      stripes[stripe] = new ReentrantLock();
    }
  }

  /** What runs while the key is locked. */
  interface Action<T> {
    T run() throws IOException;
  }

  <T> T locked(String key, Action<T> action) throws IOException {
    int stripe = Math.floorMod(key.hashCode(), STRIPES);
    Files.createDirectories(folder);
    stripes[stripe].lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("%02d.lock".formatted(stripe)),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock held = lock(channel)) {
      if (!held.isValid()) {
        throw new IOException("Cannot hold the lock of " + key);
      }
      return action.run();
    } finally {
      stripes[stripe].unlock();
    }
  }

  /** The JVM refuses, rather than waits, where another store object of its own holds the lock. */
  private static FileLock lock(FileChannel channel) throws IOException {
    @Nullable FileLock lock = null;
    while (lock == null) {
      try {
        lock = channel.lock();
      } catch (OverlappingFileLockException heldInThisProcess) {
        LockSupport.parkNanos(POLL_NANOSECONDS);
      }
    }
    return lock;
  }
}
