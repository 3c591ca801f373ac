package com.spokefleet.testing.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A function's process, with nothing of this process's environment. */
public final class FunctionProcess implements AutoCloseable {
  private final Process process;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  private FunctionProcess(Process process) {
    this.process = process;
  }

  /** Starts it; what it says comes to the API, its end included. */
  public static FunctionProcess start(FunctionLaunch launch, LocalRuntimeApi api)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .directory(launch.folder().toFile())
            .redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    String path = variables.getOrDefault("PATH", "");
    variables.clear();
    variables.put("PATH", path);
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("AWS_REGION", "eu-central-1");
    variables.put("AWS_ACCESS_KEY_ID", "local");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("AWS_SESSION_TOKEN", "local");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "local");
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/local");
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("LAMBDA_TASK_ROOT", launch.folder().toString());
    variables.putAll(launch.environment());
    variables.put("_HANDLER", launch.handler());
    variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
    FunctionProcess started = new FunctionProcess(builder.start());
    Thread.ofVirtual().start(() -> started.watch(api));
    return started;
  }

  /** The lines it has written so far. */
  public List<String> log() {
    return List.copyOf(log);
  }

  /** Asks it to end, as Lambda does before it takes the environment away. */
  public void end() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void watch(LocalRuntimeApi api) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(log::add);
    } catch (IOException | UncheckedIOException closed) {
      log.add("(the log broke off: " + closed.getMessage() + ")");
    }
    try {
      api.ended(process.waitFor());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
