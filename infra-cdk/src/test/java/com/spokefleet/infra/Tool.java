package com.spokefleet.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end.
 *
 * @param output what it wrote to its standard output
 */
record Tool(int exitCode, String output) {
  private static final long LONGEST_SECONDS = 300;

  static Tool run(List<String> command) {
    try {
      Path output = Files.createTempFile("tool-", ".out");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("Cannot wait any longer for " + command.getFirst());
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      return new Tool(process.exitValue(), text);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot run " + command.getFirst(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot wait for " + command.getFirst(), interrupted);
    }
  }
}
