package com.spokefleet.benchmark.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts a main class of this program in a process of its own, with JVM options of its own. */
public final class JavaProcess {
  private static final String PIN = "taskset";

  private final List<String> options = new ArrayList<>();
  private boolean pinned;

  public JavaProcess(String... options) {
    this.options.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    this.options.addAll(List.of(options));
  }

  /**
   * Keeps the whole process on the first core where the machine can do that (Linux); see {@link
   * #canPin}.
   */
  public JavaProcess onOneCore() {
    options.add("-XX:ActiveProcessorCount=1");
    pinned = canPin();
    return this;
  }

  public static boolean canPin() {
    return pin().isPresent();
  }

  /** Starts the program; its standard error is ours. */
  public Process start(Class<?> program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (pinned) {
      command.addAll(pinned());
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Runs the program to its end. */
  public Outcome run(Class<?> program, List<String> arguments) throws IOException {
    Process process = start(program, arguments);
    List<String> lines;
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      lines = output.lines().toList();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    try {
      return new Outcome(process.waitFor(), lines);
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Cannot wait for " + program.getSimpleName(), interrupted);
    }
  }

  /** What a command begins with that is to stay on the first core; empty where that cannot be. */
  public static List<String> pinned() {
    return pin().map(path -> List.of(path.toString(), "-c", "0")).orElse(List.of());
  }

  private static Optional<Path> pin() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, PIN))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * How a program ended.
   *
   * @param lines its standard output
   */
  public record Outcome(int exitCode, List<String> lines) {
    public boolean succeeded() {
      return exitCode == 0;
    }

    /** The numbers that the program wrote after this word, one per line. */
    public List<Double> numbers(String word) {
      return lines.stream()
          .filter(line -> line.startsWith(word + " "))
          .map(line -> Double.valueOf(line.substring(word.length() + 1)))
          .toList();
    }

    public double number(String word) {
      return numbers(word).getLast();
    }
  }
}
