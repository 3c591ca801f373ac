package com.spokefleet.benchmark.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.ingest.IngestHandler;
import com.spokefleet.ingest.LocalContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A fleet.yaml of one org in a folder, and the real ingestion function of that org. */
public final class OneOrgFleet {
  private static final String NAME = "measured";
  private static final Duration TIMEOUT = Duration.ofMinutes(15);

  private final Path folder;
  private final ServedOrg org;
  private final ObjectMapper mapper = new ObjectMapper();

  private OneOrgFleet(Path folder, ServedOrg org) {
    this.folder = folder;
    this.org = org;
  }

  /** Writes the fleet.yaml; the first run is to go back so many days. */
  public static OneOrgFleet write(Path folder, ServedOrg org, int historyDays) throws IOException {
    Files.createDirectories(folder.resolve("scratch"));
    Files.writeString(
        folder.resolve("fleet.yaml"),
        """
        name: benchmark
        hub:
          awsRegion: eu-central-1
          lakeBucket: benchmark
        standards:
          serviceLevel:
            percent: 80
            threshold: 20s
          currency: EUR
        spokes:
          - name: %s
            orgId: %s
            genesysRegion: eu-central-1
            awsRegion: eu-central-1
            credentials: env:MEASURED
            timeZone: Europe/Berlin
            currency: EUR
            businessRegion: EMEA
            residency: full
            schedule:
              historyDays: %d
            endpoints:
              api: %s
              login: %s
        """
            .formatted(NAME, org.orgId(), historyDays, org.address(), org.address()));
    return new OneOrgFleet(folder, org);
  }

  public Spoke spoke() {
    return FleetParser.parse(folder.resolve("fleet.yaml")).spoke(NAME).orElseThrow();
  }

  public Path lake() {
    return folder.resolve("lake");
  }

  /** The function as Lambda would start it; its log is thrown away. */
  public IngestHandler handler(Clock clock, Sleeper sleeper) {
    PrintStream log =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new IngestHandler(environment(), clock, sleeper, log);
  }

  /** One invocation; its report. */
  public JsonNode invoke(IngestHandler handler, String request, Clock clock) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
        output,
        new LocalContext(TIMEOUT, clock));
    return mapper.readTree(output.toByteArray());
  }

  private Map<String, String> environment() {
    return Map.of(
        "SPOKEFLEET_FLEET", folder.resolve("fleet.yaml").toString(),
        "SPOKEFLEET_ORG", NAME,
        "SPOKEFLEET_LAKE", "file:" + lake(),
        "SPOKEFLEET_CHECKPOINTS", "file:" + folder.resolve("checkpoints"),
        "SPOKEFLEET_SCRATCH", folder.resolve("scratch").toString(),
        "MEASURED_CLIENT_ID", org.clientId(),
        "MEASURED_CLIENT_SECRET", org.clientSecret());
  }
}
