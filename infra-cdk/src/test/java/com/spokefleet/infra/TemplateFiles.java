package com.spokefleet.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where templates lie and where the tools are that look at them as files. */
final class TemplateFiles {
  /** Of this module; npm installs there what package-lock.json names. */
  static final Path MODULES = Path.of("node_modules").toAbsolutePath();

  private TemplateFiles() {}

  /** All templates of a folder, in the order of their names. */
  static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".template.json")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file of a Node.js module. */
  static Path module(String path) {
    Path file = MODULES.resolve(path);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "Cannot find " + path + ": run `npm ci` in infra-cdk, or mvn without -Dquick");
    }
    return file;
  }
}
