package com.spokefleet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that measurements write to. */
public final class WorkFolder {
  private WorkFolder() {}

  /** The folder, empty. */
  public static Path fresh(Path folder) throws IOException {
    delete(folder);
    return Files.createDirectories(folder);
  }

  /** Deletes the folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : below(folder).reversed()) {
        Files.delete(path);
      }
    }
  }

  /** Bytes of all files below the folder; 0 if there is none. */
  public static long bytes(Path folder) throws IOException {
    long bytes = 0;
    if (Files.exists(folder)) {
      for (Path path : below(folder)) {
        bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
      }
    }
    return bytes;
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
