package com.spokefleet.cli.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.ingest.IngestEnvironment;
import com.spokefleet.ingest.IngestHandler;
import com.spokefleet.ingest.LocalContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One org's ingest function on this machine: the very handler AWS runs, over a lake in a folder.
 */
public final class LocalFunction {
  private final IngestHandler handler;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  public LocalFunction(
      Map<String, String> environment,
      Path fleetFile,
      String org,
      Path lake,
      Clock clock,
      Sleeper sleeper,
      PrintStream log) {
    this.handler =
        new IngestHandler(settings(environment, fleetFile, org, lake), clock, sleeper, log);
    this.clock = clock;
  }

  /** The function's environment: the machine's own with the settings in place. */
  public static Map<String, String> settings(
      Map<String, String> environment, Path fleetFile, String org, Path lake) {
    Map<String, String> settings = new HashMap<>(environment);
    settings.keySet().removeIf(key -> key.startsWith(IngestEnvironment.PREFIX));
    Path folder = lake.toAbsolutePath();
    settings.put(IngestEnvironment.FLEET, fleetFile.toAbsolutePath().toString());
    settings.put(IngestEnvironment.ORG, org);
    settings.put(IngestEnvironment.LAKE, "file:" + folder);
    settings.put(IngestEnvironment.CHECKPOINTS, "file:" + folder.resolve(".checkpoints"));
    settings.put(IngestEnvironment.SCRATCH, System.getProperty("java.io.tmpdir"));
    return settings;
  }

  /** One run within the time given. */
  public IngestResult run(IngestRequest request, Duration timeout) throws IOException {
    return IngestResult.of(report(request.json(), timeout));
  }

  /** The report of one run of a request as the function takes it. */
  public JsonNode report(String request, Duration timeout) throws IOException {
    return report(request.getBytes(StandardCharsets.UTF_8), timeout);
  }

  private JsonNode report(byte[] request, Duration timeout) throws IOException {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(request), report, new LocalContext(timeout, clock));
    return json.readTree(report.toByteArray());
  }
}
