package com.spokefleet.benchmark.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A function under AWS's runtime interface client, as a zip's process in Lambda is. */
public final class RuntimeProcess {
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private final Process process;

  private RuntimeProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it on one core, as java25 does by default: C1 only, SerialGC.
   *
   * @param api host and port of the runtime API
   */
  public static RuntimeProcess start(
      String handler, String api, Map<String, String> environment, String classPath)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (JavaProcess.canPin()) {
      command.addAll(List.of("taskset", "-c", "0"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ActiveProcessorCount=1",
            "-Xmx256m",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-classpath",
            classPath,
            CLIENT,
            handler));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api);
    builder.environment().put("_HANDLER", handler);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new RuntimeProcess(builder.start());
  }

  public void stop() {
    process.destroyForcibly();
  }
}
