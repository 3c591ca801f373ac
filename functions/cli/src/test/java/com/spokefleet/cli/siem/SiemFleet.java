package com.spokefleet.cli.siem;

import com.spokefleet.cli.CommandRun;
import com.spokefleet.siem.splunk.AppIdentity;
import com.spokefleet.testing.siem.datadog.DatadogAccount;
import com.spokefleet.testing.siem.splunk.SplunkManagement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fleet of two orgs with a local Splunk and a local Datadog. */
final class SiemFleet implements AutoCloseable {
  static final String NORTH = "11111111-1111-4111-8111-111111111111";
  static final String SOUTH = "22222222-2222-4222-8222-222222222222";

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final DatadogAccount datadog = DatadogAccount.start("the-api-key", "the-app-key");
  private final SplunkManagement splunk = SplunkManagement.start("the-token", AppIdentity.ID);
  private Duration waited = Duration.ZERO;

  private SiemFleet(Path folder) {
    this.folder = folder;
  }

  static SiemFleet start(Path folder) throws IOException {
    SiemFleet fleet = new SiemFleet(folder);
    Files.writeString(fleet.file(), yaml("genesys"));
    return fleet;
  }

  /** The fleet's events go to another index from now on. */
  void index(String index) throws IOException {
    Files.writeString(file(), yaml(index));
  }

  private static String yaml(String index) {
    return """
        name: test-fleet
        hub: {awsRegion: eu-central-1, lakeBucket: test-lake}
        standards:
          serviceLevel: {percent: 80, threshold: 30s}
          currency: EUR
        taxonomy: {wrapups: []}
        destinations:
          - {name: soc, type: splunk, endpoint: "https://hec.example.com", token: "env:HEC", index: %s}
          - {name: ops, type: datadog, site: datadoghq.eu, apiKey: "env:DD_API"}
        spokes:
        """
            .formatted(index)
        + spoke("north", NORTH, "full")
        + spoke("south", SOUTH, "metrics-only");
  }

  private static String spoke(String name, String orgId, String residency) {
    return """
          - name: %s
            orgId: %s
            genesysRegion: eu-west-1
            awsRegion: eu-west-1
            credentials: env:%s
            timeZone: UTC
            currency: EUR
            residency: %s
            businessRegion: EMEA
            eventSource: aws.partner/genesys.com/cloud/%s/spokefleet
        """
        .formatted(name, orgId, name.toUpperCase(Locale.ROOT), residency, orgId);
  }

  Path file() {
    return folder.resolve("fleet.yaml");
  }

  DatadogAccount datadog() {
    return datadog;
  }

  SplunkManagement splunk() {
    return splunk;
  }

  Duration waited() {
    return waited;
  }

  /** The command with how both SIEMs are reached. */
  CommandRun reached(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--splunk-url",
            splunk.address().toString(),
            "--splunk-token",
            "env:SPLUNK_TOKEN",
            "--application-key",
            "env:DD_APP",
            "--datadog-url",
            datadog.address().toString()));
    return run(all.toArray(String[]::new));
  }

  /** {@code fleet siem} with this fleet.yaml. */
  CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("siem"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--fleet", file().toString()));
    return CommandRun.of(
        CLOCK,
        time -> waited = waited.plus(time),
        Map.of("DD_API", "the-api-key", "DD_APP", "the-app-key", "SPLUNK_TOKEN", "the-token"),
        all.toArray(String[]::new));
  }

  /** The files of the app as they are exported, to be installed as often as they are needed. */
  static SortedMap<String, byte[]> exportedApp(Path folder) throws IOException {
    Path out = folder.resolve("exported");
    try (SiemFleet fleet = start(folder)) {
      CommandRun export = fleet.run("export", "--out", out.toString());
      if (export.exitCode() != 0) {
        throw new AssertionError(export.err());
      }
    }
    return files(out.resolve("splunk").resolve(AppIdentity.ID));
  }

  /** All files below a folder by path. */
  static SortedMap<String, byte[]> files(Path root) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }

  @Override
  public void close() {
    datadog.close();
    splunk.close();
  }
}
