package com.spokefleet.infra.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template.Resource;
import com.spokefleet.ingest.IngestEnvironment;
import com.spokefleet.testing.lambda.FunctionLaunch;
import com.spokefleet.testing.lambda.LocalFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A function as its template says: package, layers, environment, role, time. */
record DeployedFunction(DeployedFleet fleet, DeployedStack stack, Resource resource, Path assets) {
  private static final String OPT = "/opt/";

  Principal role() {
    return Principal.of(stack, resource.property("Role"));
  }

  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    for (Map.Entry<String, JsonNode> variable :
        resource.property("Environment").path("Variables").properties()) {
      environment.put(variable.getKey(), stack.text(variable.getValue()));
    }
    return environment;
  }

  /** What stands in the way of its calls to AWS if it has this role. */
  AwsGate gate(Principal role) throws IOException {
    return new AwsGate(fleet.aws(), role, fleet.stacks());
  }

  /**
   * Starts it. Only where files are differs from Lambda: folders stand for /opt and /tmp.
   *
   * @param folder for its files
   */
  LocalFunction start(AwsGate gate, Path folder) throws IOException {
    Path task =
        fleet.unzipped(assets.resolve("asset." + resource.property("Code").path("S3Key").asText()));
    Map<String, String> environment = environment();
    environment.computeIfPresent(IngestEnvironment.FLEET, (_, path) -> layered(path).toString());
    environment.computeIfPresent(IngestEnvironment.SCRATCH, (_, _) -> scratch(folder));
    environment.put("AWS_REGION", stack.region());
    environment.put("AWS_ACCESS_KEY_ID", LocalClients.ACCESS_KEY);
    environment.put("AWS_SESSION_TOKEN", "");
    environment.put("AWS_ENDPOINT_URL", gate.address().toString());
    return LocalFunction.start(
        FunctionLaunch.of(resource.property("Handler").asText(), task, environment),
        Duration.ofSeconds(resource.property("Timeout").asLong()),
        Clock.systemUTC());
  }

  /** The file of a layer that is laid down under /opt. */
  private Path layered(String path) {
    if (!path.startsWith(OPT)) {
      throw new IllegalArgumentException("Cannot find " + path + ": layers are under " + OPT);
    }
    for (JsonNode layer : resource.property("Layers")) {
      String asset = stack.template().target(layer).property("Content").path("S3Key").asText();
      Path file =
          assets
              .resolve("asset." + asset.replace(".zip", ""))
              .resolve(path.substring(OPT.length()));
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new IllegalArgumentException("No layer of " + resource + " has " + path);
  }

  private static String scratch(Path folder) {
    try {
      return Files.createDirectories(folder.resolve("tmp")).toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
