package com.spokefleet.infra.function;

import com.spokefleet.infra.InfraException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jars that are deployed, as Maven built them.
 *
 * @param ingest also holds the closure trigger
 */
public record FunctionCode(Path ingest, Path transform, Path replay) {
  private static final String VERSION = "1.0.0-SNAPSHOT";

  /** What makes them. */
  public static final String BUILD = "mvn -Dquick -Dfunctions package";

  /**
   * The jars of a checkout.
   *
   * @throws InfraException if one is missing, saying which command builds it
   */
  public static FunctionCode in(Path repository) {
    FunctionCode code =
        new FunctionCode(
            jar(repository, "ingest"), jar(repository, "transform"), jar(repository, "replay"));
    List<String> missing = new ArrayList<>();
    for (Path jar : List.of(code.ingest, code.transform, code.replay)) {
      if (!Files.isRegularFile(jar)) {
        missing.add(repository.relativize(jar).toString());
      }
    }
    if (!missing.isEmpty()) {
      throw new InfraException(
          "Cannot deploy the functions: there is no "
              + String.join(", no ", missing)
              + "; build them with: "
              + BUILD);
    }
    return code;
  }

  private static Path jar(Path repository, String function) {
    return repository.resolve(
        "functions/%s/target/%s-%s-function.jar".formatted(function, function, VERSION));
  }
}
