package com.spokefleet.cli;

import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A few fake orgs behind a fleet.yaml, from noon of a fixed day on. */
public final class FakeFleet implements AutoCloseable {
  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Path file;
  private final AtomicReference<Instant> now;
  private final Clock clock;
  private final FakeGenesysCloud cloud;
  private final Map<String, String> environment = new HashMap<>();

  private FakeFleet(Path file, AtomicReference<Instant> now, Clock clock, FakeGenesysCloud cloud) {
    this.file = file;
    this.now = now;
    this.clock = clock;
    this.cloud = cloud;
  }

  /** Orgs with two days of history, 60 conversations each. */
  public static FakeFleet start(Path folder, String... names) throws IOException {
    return start(folder, 90, names);
  }

  public static FakeFleet start(Path folder, int historyDays, String... names) throws IOException {
    return start(folder, historyDays, List.of(), names);
  }

  /** With one more org, which is not in the file yet. */
  public static FakeFleet awaiting(Path folder, String newcomer, String... names)
      throws IOException {
    return start(folder, 90, List.of(newcomer), names);
  }

  private static FakeFleet start(
      Path folder, int historyDays, List<String> newcomers, String... names) throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(NOON);
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    List<FakeOrgSettings> settings = new ArrayList<>();
    List<String> all = new ArrayList<>(List.of(names));
    all.addAll(newcomers);
    for (String name : all) {
      settings.add(
          FakeOrgSettings.named(name, 7 + settings.size(), NOON.minus(Duration.ofHours(36)))
              .conversationsPerDay(60)
              .build());
    }
    FakeGenesysCloud cloud = FakeGenesysCloud.start(settings, clock);
    FakeFleet fleet = new FakeFleet(folder.resolve("fleet.yaml"), now, clock, cloud);
    Files.writeString(fleet.file, fleet.yaml(historyDays, newcomers));
    return fleet;
  }

  private String yaml(int historyDays, List<String> newcomers) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: test\nhub: {awsRegion: eu-central-1, lakeBucket: test-lake}\n");
    yaml.append("standards:\n  serviceLevel: {percent: 80, threshold: 30s}\n  currency: EUR\n");
    yaml.append("taxonomy: {wrapups: []}\nspokes:\n");
    for (FakeOrg org : cloud.orgs()) {
      String prefix = org.name().toUpperCase(Locale.ROOT);
      environment.put(prefix + "_CLIENT_ID", org.clientId());
      environment.put(prefix + "_CLIENT_SECRET", org.clientSecret());
      if (newcomers.contains(org.name())) {
        continue;
      }
      yaml.append(
          """
            - name: %s
              orgId: %s
              genesysRegion: eu-west-1
              awsRegion: eu-west-1
              credentials: env:%s
              timeZone: UTC
              currency: EUR
              residency: full
              businessRegion: EMEA
              schedule: {historyDays: %d}
              endpoints: {api: %s, login: %s}
          """
              .formatted(org.name(), org.orgId(), prefix, historyDays, org.api(), org.login()));
    }
    return yaml.toString();
  }

  public String file() {
    return file.toString();
  }

  public FakeOrg org(String name) {
    return cloud.org(name);
  }

  public CommandRun run(String... arguments) {
    return runWith(environment, arguments);
  }

  public CommandRun runWithSecret(String variable, String secret, String... arguments) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, secret);
    return runWith(changed, arguments);
  }

  /** Waiting moves the orgs' clock and takes no time. */
  private CommandRun runWith(Map<String, String> variables, String... arguments) {
    return CommandRun.of(
        clock, wait -> now.updateAndGet(time -> time.plus(wait)), variables, arguments);
  }

  @Override
  public void close() {
    cloud.close();
  }
}
