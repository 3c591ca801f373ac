package com.spokefleet.lake.partition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An empty file of its own name in the scratch folder, deleted on close. */
final class ScratchFile implements AutoCloseable {
  private final Path path;

  ScratchFile(Path scratch, String prefix) throws IOException {
    Files.createDirectories(scratch);
    path = Files.createTempFile(scratch, prefix, ".tmp");
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
