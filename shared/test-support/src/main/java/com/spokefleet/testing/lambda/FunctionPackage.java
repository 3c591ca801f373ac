package com.spokefleet.testing.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The jar that a function deploys. */
public final class FunctionPackage {
  private static final String SUFFIX = "-function.jar";

  private FunctionPackage() {}

  /**
   * The function jar of a module that has been built.
   *
   * @param module its folder
   */
  public static Path of(Path module) throws IOException {
    Path target = module.resolve("target");
    List<Path> jars = List.of();
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        jars = files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).toList();
      }
    }
    if (jars.size() != 1) {
      throw new IOException(
          "Cannot find the function of %s in %s; build it with: mvn -Dquick -Dfunctions package"
              .formatted(module.getFileName(), jars.isEmpty() ? target : jars));
    }
    return jars.getFirst();
  }

  /** As Lambda does into /var/task. */
  public static Path unzip(Path jar, Path folder) throws IOException {
    Path root = Files.createDirectories(folder).toRealPath();
    try (InputStream file = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
          throw new IOException("Cannot unzip " + entry.getName() + ": it leads elsewhere");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
    return root;
  }
}
