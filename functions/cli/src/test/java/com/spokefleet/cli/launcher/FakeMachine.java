package com.spokefleet.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder with a copy of the launcher, fake JDKs and, if wanted, a fake Maven. */
final class FakeMachine {
  /** The root of the real repository; tests run in the folder of their module. */
  private static final Path LAUNCHER = Path.of("../../fleet");

  private final Path root;
  private final Path repository;
  private final Path bin;

  FakeMachine(Path root) throws IOException {
    this.root = root;
    this.repository = Files.createDirectories(root.resolve("repository"));
    this.bin = Files.createDirectories(root.resolve("bin"));
    Files.copy(LAUNCHER, repository.resolve("fleet"));
    Files.writeString(repository.resolve("pom.xml"), "<project/>");
  }

  Path repository() {
    return repository;
  }

  void source(String path, Instant changed) throws IOException {
    Path file = repository.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "// source");
    Files.setLastModifiedTime(file, FileTime.from(changed));
    Files.setLastModifiedTime(file.getParent(), FileTime.from(changed));
  }

  /** Leaves what a build at that time would have left. */
  void build(Instant at) throws IOException {
    Path target = Files.createDirectories(repository.resolve("functions/cli/target"));
    Files.writeString(target.resolve("fleet.jar"), "");
    Files.writeString(target.resolve("fleet.built"), "");
    Files.setLastModifiedTime(target.resolve("fleet.built"), FileTime.from(at));
    FileTime before = FileTime.from(at.minusSeconds(60));
    Files.setLastModifiedTime(repository.resolve("pom.xml"), before);
    try (var tree = Files.walk(repository.resolve("shared"))) {
      for (Path path : tree.toList()) {
        Files.setLastModifiedTime(path, before);
      }
    }
  }

  /** A JDK whose java prints its own name and what it is given. */
  Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(root.resolve("jdks").resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(
        home.resolve("bin/java"),
        "printf 'java of %s: ' " + home.getFileName(),
        "while [ \"$1\" != -jar ]; do shift; done",
        "printf '%s' \"$2\"; shift 2",
        "for argument in \"$@\"; do printf ' [%s]' \"$argument\"; done; echo",
        "exit ${JAVA_EXIT:-0}");
    script(home.resolve("bin/javac"), "exit 1");
    return home;
  }

  /** A Maven that counts its runs and does as told in the repository's root. */
  void maven(String action) throws IOException {
    script(bin.resolve("mvn"), "echo run >>'" + root.resolve("builds") + "'", action);
  }

  long builds() throws IOException {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  Starter fleet(String... arguments) {
    return start(repository.resolve("fleet"), arguments);
  }

  Starter start(Path launcher, String... arguments) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    return new Starter(command);
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** One start of the launcher, with nothing of this machine in its environment. */
  final class Starter {
    private final ProcessBuilder process;

    private Starter(List<String> command) {
      this.process = new ProcessBuilder(command).directory(root.toFile());
      Map<String, String> environment = process.environment();
      environment.clear();
      environment.put("PATH", bin + ":" + tools());
      environment.put("HOME", root.toString());
      environment.put("FLEET_JDK_FOLDERS", root.resolve("jdks").toString());
    }

    Starter withEnvironment(String name, String value) {
      process.environment().put(name, value);
      return this;
    }

    Launch run() throws IOException, InterruptedException {
      Path out = Files.createTempFile(root, "out", "");
      Path err = Files.createTempFile(root, "err", "");
      int exitCode =
          process.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
      return new Launch(
          exitCode,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    }
  }

  /** A folder with the few tools the launcher may use, and neither java nor mvn. */
  private Path tools() {
    Path tools = root.resolve("tools");
    try {
      Files.createDirectories(tools);
      for (String tool :
          List.of("dirname", "readlink", "find", "mkdir", "mv", "rm", "cat", "sleep", "touch")) {
        Path system = Path.of("/usr/bin", tool);
        String program = Files.exists(system) ? system.toString() : "/bin/" + tool;
        script(tools.resolve(tool), "exec " + program + " \"$@\"");
      }
      return tools;
    } catch (IOException failure) {
      throw new IllegalStateException("Cannot lay out the tools of a fake machine", failure);
    }
  }
}
