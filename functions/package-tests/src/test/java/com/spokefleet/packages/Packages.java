package com.spokefleet.packages;

import com.spokefleet.testing.lambda.FunctionPackage;
import com.spokefleet.testing.lambda.RuntimeClient;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the packages of this build are. */
final class Packages {
  private Packages() {}

  /**
   * The function jar of a module beside this one.
   *
   * @param module its folder's name
   */
  static Path jar(String module) throws IOException {
    return FunctionPackage.of(Path.of("..", module).toAbsolutePath().normalize());
  }

  /** The module's package as Lambda lays it down; the test is skipped where it cannot run. */
  static Path unzip(String module, Path folder) throws IOException {
    boolean runs = RuntimeClient.runsHere();
    if (!runs) {
      System.out.println(
          "Skipped: the package of "
              + module
              + " is not run, for AWS's runtime client has a native part for Linux only");
    }
    Assumptions.assumeTrue(runs, "AWS's runtime client runs on Linux");
    return FunctionPackage.unzip(jar(module), folder.resolve(module));
  }
}
