package com.spokefleet.siem.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder that is written again and again. It holds a list of what was written to it, and only
 * that is ever replaced or removed: a folder with anything else and without the list is refused,
 * and so is a file of somebody else's where one of ours would go.
 */
public final class ExportFolder {
  private static final String LIST = "fleet-siem-export.txt";

  private final Path folder;

  public ExportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Leaves exactly these files of ours in the folder.
   *
   * @param files by path below the folder, with slashes
   * @throws InstallException if something of somebody else's is in the way; then nothing is written
   */
  public void write(SortedMap<String, byte[]> files) {
    try {
      Files.createDirectories(folder);
      SortedSet<String> before = written();
      refuseForeign(files, before);
      SortedSet<String> meanwhile = new TreeSet<>(before);
      meanwhile.addAll(files.keySet());
      // Whoever is interrupted from here on finds all that may be his.
      list(meanwhile);
      for (var file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      for (String old : before) {
        if (!files.containsKey(old)) {
          remove(folder.resolve(old));
        }
      }
      list(new TreeSet<>(files.keySet()));
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write to " + folder, failure);
    }
  }

  private SortedSet<String> written() throws IOException {
    Path list = folder.resolve(LIST);
    SortedSet<String> paths = new TreeSet<>();
    if (Files.exists(list)) {
      for (String path : Files.readAllLines(list, StandardCharsets.UTF_8)) {
        // A list that somebody edited must not lead out of the folder.
        if (!path.isBlank() && folder.resolve(path).normalize().startsWith(folder.normalize())) {
          paths.add(path);
        }
      }
      return paths;
    }
    try (Stream<Path> others = Files.list(folder)) {
      if (others.findAny().isPresent()) {
        throw new InstallException(
            "Cannot export to %s: it is not empty, and was not written by fleet siem export; name another folder"
                .formatted(folder));
      }
    }
    return paths;
  }

  private void refuseForeign(SortedMap<String, byte[]> files, SortedSet<String> ours) {
    for (String path : files.keySet()) {
      if (!ours.contains(path) && Files.exists(folder.resolve(path))) {
        throw new InstallException(
            "Cannot export to %s: %s is there and was not written by fleet siem export"
                .formatted(folder, path));
      }
    }
  }

  private void list(SortedSet<String> paths) throws IOException {
    Files.writeString(folder.resolve(LIST), String.join("\n", paths) + "\n");
  }

  /** With the folders that it leaves empty. */
  private void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    for (Path parent = file.getParent();
        parent != null && !parent.equals(folder);
        parent = parent.getParent()) {
      try {
        Files.deleteIfExists(parent);
      } catch (DirectoryNotEmptyException used) {
        return;
      }
    }
  }
}
