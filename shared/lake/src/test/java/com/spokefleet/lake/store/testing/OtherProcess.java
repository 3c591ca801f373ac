package com.spokefleet.lake.store.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a main class of the tests in a JVM of its own. */
public final class OtherProcess {
  private OtherProcess() {}

  public static Process start(Class<?> main, Path... arguments) throws IOException {
    return start(main, System.getProperty("java.class.path"), List.of(), arguments);
  }

  public static Process start(
      Class<?> main, String classPath, List<String> options, Path... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    Stream.of(arguments).map(Path::toString).forEach(command::add);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Waits for the end and returns what was printed; fails unless the process succeeded. */
  public static String awaitSuccess(Process process) throws IOException, InterruptedException {
    try (InputStream stream = process.getInputStream()) {
      String output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return output;
    }
  }
}
