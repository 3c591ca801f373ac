package com.spokefleet.testing.lambda;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a function's process is started.
 *
 * @param handler the handler as Lambda's configuration names it
 * @param folder what is /var/task in Lambda: classes beneath it and jars beneath its lib are found
 * @param classPath of the JVM: the runtime client, and whatever is not to come from the folder
 * @param environment all variables of the function's configuration
 * @param javaOptions more options of the JVM
 * @param prefix of the command, such as one that keeps it on a core
 */
public record FunctionLaunch(
    String handler,
    Path folder,
    String classPath,
    Map<String, String> environment,
    List<String> javaOptions,
    List<String> prefix) {

  /** What Lambda gives its Java runtime, except for where its files are. */
  private static final List<String> LAMBDA =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+TieredCompilation",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "-Djava.net.preferIPv4Stack=true",
          "-XX:+ErrorFileToStderr");

  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** A function from an unzipped package, as java25 runs it without SnapStart: C1 only. */
  public static FunctionLaunch of(String handler, Path folder, Map<String, String> environment) {
    return new FunctionLaunch(
        handler,
        folder,
        RuntimeClient.classPath(),
        environment,
        List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"),
        List.of());
  }

  public FunctionLaunch withJavaOptions(List<String> options) {
    return new FunctionLaunch(handler, folder, classPath, environment, options, prefix);
  }

  List<String> command() {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LAMBDA);
    command.addAll(javaOptions);
    command.addAll(List.of("-classpath", classPath, CLIENT, handler));
    return List.copyOf(command);
  }
}
