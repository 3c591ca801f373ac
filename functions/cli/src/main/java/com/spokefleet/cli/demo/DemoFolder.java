package com.spokefleet.cli.demo;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The demo's folder: begun afresh each time, but never at the cost of anybody else's files. */
final class DemoFolder {
  private static final String MARK = "# Written by `fleet demo`";
  private static final List<String> OURS = List.of("fleet.yaml", "lake", "logs", "event-backup");

  private DemoFolder() {}

  /** Makes the folder, or empties one that an earlier demo left; refuses any other. */
  static void prepare(Path folder) throws IOException {
    if (Files.isDirectory(folder) && !isEmpty(folder)) {
      Path fleetFile = folder.resolve("fleet.yaml");
      if (!Files.isRegularFile(fleetFile) || !Files.readString(fleetFile).startsWith(MARK)) {
        throw new CommandException(
            ExitCode.INVALID,
            "Cannot use " + folder + ": it holds other files; choose another folder with --out");
      }
      for (String name : OURS) {
        delete(folder.resolve(name));
      }
    }
    Files.createDirectories(folder.resolve("lake"));
    Files.createDirectories(folder.resolve("logs"));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.notExists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
