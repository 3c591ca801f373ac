package com.spokefleet.infra;

import com.spokefleet.config.InvalidFleetException;
import com.spokefleet.infra.function.FunctionCode;
import java.nio.file.Path;
import software.amazon.awscdk.App;

/**
 * The CDK's program: fleet.yaml in, CloudFormation templates out. Told by context: {@code fleet},
 * the file, and {@code repository}, where Maven built the functions.
 */
public final class FleetApp {
  private static final int INVALID = 2;

  private FleetApp() {}

  public static void main(String[] arguments) {
    App app = configured(App.Builder.create());
    Path file = Path.of(context(app, "fleet", "../fleet.yaml"));
    try {
      FleetStacks.add(app, file, FunctionCode.in(Path.of(context(app, "repository", ".."))));
      app.synth();
    } catch (InvalidFleetException | InfraException problem) {
      System.err.println(problem.getMessage());
      System.exit(INVALID);
    }
  }

  /** An app that writes its templates to a folder, for whoever does not start the program. */
  static App newApp(Path folder) {
    return configured(App.Builder.create().outdir(folder.toString()));
  }

  private static App configured(App.Builder builder) {
    return builder.postCliContext(FeatureFlags.ALL).analyticsReporting(false).build();
  }

  private static String context(App app, String name, String usual) {
    return app.getNode().tryGetContext(name) instanceof String given ? given : usual;
  }
}
