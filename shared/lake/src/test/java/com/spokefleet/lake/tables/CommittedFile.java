package com.spokefleet.lake.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is made from code, and rewritten by a test run on request. */
record CommittedFile(Path path) {
  /** Said by tests that fail because a committed file is out of date. */
  static final String UPDATE_COMMAND =
      "mvn -pl shared/lake test -Dtest='TablesDocumentTest,TablesContractTest' -Dupdate";

  /** A path relative to this module. */
  static CommittedFile of(String path) {
    return new CommittedFile(Path.of(System.getProperty("basedir", "")).resolve(path).normalize());
  }

  static boolean updateWanted() {
    return System.getProperty("update") != null;
  }

  /** The file's text; empty when there is no such file. */
  String read() throws IOException {
    return Files.exists(path) ? Files.readString(path, StandardCharsets.UTF_8) : "";
  }

  void write(String text) throws IOException {
    Files.writeString(path, text, StandardCharsets.UTF_8);
  }
}
