package com.spokefleet.testing.lambda;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AWS's runtime interface client, found on the class path of whoever starts functions. */
public final class RuntimeClient {
  private static final List<String> JARS =
      List.of(
          "aws-lambda-java-runtime-interface-client",
          "aws-lambda-java-core",
          "aws-lambda-java-serialization",
          "utils-lite");

  private RuntimeClient() {}

  /** Its native part exists for Linux only. */
  public static boolean runsHere() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }

  /** What Lambda has on the class path of a managed Java runtime. */
  public static String classPath() {
    List<String> found =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry -> JARS.stream().anyMatch(jar -> new File(entry).getName().startsWith(jar)))
            .toList();
    if (found.size() != JARS.size()) {
      throw new IllegalStateException(
          "Cannot start functions: of %s only %s are on the class path".formatted(JARS, found));
    }
    return found.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
