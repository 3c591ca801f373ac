package com.spokefleet.cli.onboard;

import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.FakeFleet;
import com.spokefleet.events.rule.OrgBus;
import com.spokefleet.events.rule.OrgRules;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.setup.FakeIntegration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A fake org that is to be onboarded beside one that is in the fleet. */
final class Newcomer implements AutoCloseable {
  static final String NAME = "emea2";
  static final String ACCOUNT = "444455556666";
  static final String REGION = "eu-central-1";

  private final FakeFleet fleet;

  Newcomer(Path folder) throws IOException {
    fleet = FakeFleet.awaiting(folder, NAME, "north");
  }

  FakeFleet fleet() {
    return fleet;
  }

  FakeOrg org() {
    return fleet.org(NAME);
  }

  Path file() {
    return Path.of(fleet.file());
  }

  String text() throws IOException {
    return Files.readString(file(), StandardCharsets.UTF_8);
  }

  /** The org as a careful administrator sets it up, for every topic that a full org routes. */
  Newcomer setUp() {
    List<String> topics = routed(false);
    topics.forEach(topic -> org().setup().offer(topic, "Websocket", "EventBridge"));
    org().setup().integrate(FakeIntegration.active("telemetry", ACCOUNT, REGION, topics));
    return this;
  }

  List<String> routed(boolean metricsOnly) {
    return OrgRules.of(new OrgBus(eventSource(), metricsOnly, false)).stream()
        .flatMap(rule -> rule.pattern().detailTypes().stream())
        .distinct()
        .toList();
  }

  String eventSource() {
    return "aws.partner/genesys.com/cloud/" + org().orgId() + "/telemetry";
  }

  /** Onboards it as a full org, with more options. */
  CommandRun onboard(String... more) {
    return fleet.run(arguments("full", more));
  }

  String[] arguments(String residency, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("onboard", "--fleet", fleet.file(), "--name", NAME));
    arguments.addAll(List.of("--region", REGION, "--credentials", "env:EMEA2"));
    arguments.addAll(List.of("--time-zone", "Europe/Berlin", "--currency", "EUR"));
    arguments.addAll(List.of("--residency", residency, "--aws-account", ACCOUNT));
    arguments.addAll(List.of("--api", org().api().toString()));
    arguments.addAll(List.of("--login", org().login().toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  @Override
  public void close() {
    fleet.close();
  }
}
