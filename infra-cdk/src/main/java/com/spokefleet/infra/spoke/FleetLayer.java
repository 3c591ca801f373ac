package com.spokefleet.infra.spoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.constructs.Construct;

/**
 * The org's part of fleet.yaml as a layer, which the function finds as a file: it may be as long as
 * it likes, arrives together with the function, and needs no permission to be read.
 */
final class FleetLayer {
  /** Where the function finds it. */
  static final String FILE = "/opt/spokefleet/fleet.yaml";

  private FleetLayer() {}

  static LayerVersion of(Construct scope, String id, OrgScope org) {
    try {
      Path content = Files.createTempDirectory("spokefleet-layer-");
      Path file = content.resolve("spokefleet/fleet.yaml");
      try {
        Files.createDirectories(file.getParent());
        Files.writeString(file, org.excerpt());
        return LayerVersion.Builder.create(scope, id)
            .layerVersionName(org.names().of("fleet"))
            .description("What functions of " + org.spoke().name() + " know of the fleet")
            .code(Code.fromAsset(content.toString()))
            .build();
      } finally {
        // The CDK has taken a copy.
        Files.delete(file);
        Files.delete(file.getParent());
        Files.delete(content);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "Cannot write the settings of " + org.spoke().name() + " to a temporary folder", failure);
    }
  }
}
