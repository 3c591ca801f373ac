package com.spokefleet.benchmark.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a script of ours by an interpreter of the machine, on one core where that can be done. */
public final class ScriptProcess {
  private final String interpreter;
  private final URL script;
  private final Path folder;

  /**
   * @param folder where the script is put
   */
  public ScriptProcess(String interpreter, @Nullable URL script, Path folder) {
    this.interpreter = interpreter;
    this.script = Objects.requireNonNull(script, "the script is a resource");
    this.folder = folder;
  }

  /** Runs it to its end; empty if the machine has no such interpreter. */
  public Optional<JavaProcess.Outcome> run(List<String> arguments, String last) throws IOException {
    Optional<Path> program = find(interpreter);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.resolve(Path.of(script.getPath()).getFileName().toString());
    try (InputStream source = script.openStream()) {
      Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>();
    find("taskset").ifPresent(pin -> command.addAll(List.of(pin.toString(), "-c", "0")));
    command.add(program.get().toString());
    command.add(file.toString());
    command.addAll(arguments);
    command.add(last);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = output.lines().toList();
      return Optional.of(new JavaProcess.Outcome(process.waitFor(), lines));
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Cannot wait for " + interpreter, interrupted);
    }
  }

  private static Optional<Path> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(place -> Path.of(place, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
