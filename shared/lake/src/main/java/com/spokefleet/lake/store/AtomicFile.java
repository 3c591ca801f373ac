package com.spokefleet.lake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Replaces a file so that readers, and the disk after a power cut, hold the old bytes or the new
 * ones: written beside, forced to disk, then renamed over.
 */
final class AtomicFile {
  private final Path temporaryFolder;

  AtomicFile(Path root) {
    temporaryFolder = root.resolve(KeyPath.RESERVED).resolve("temporary");
  }

  /** Returns the SHA-256 of the content. */
  String replace(Path target, InputStream content) throws IOException {
    Files.createDirectories(temporaryFolder);
    Path temporary = Files.createTempFile(temporaryFolder, "write-", ".tmp");
    try {
      String hash;
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
          OutputStream output = Channels.newOutputStream(channel)) {
        hash = Sha256.copying(content, output);
        channel.force(true);
      }
      Path parent = Objects.requireNonNull(target.toAbsolutePath().getParent());
      Files.createDirectories(parent);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(parent);
      return hash;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
