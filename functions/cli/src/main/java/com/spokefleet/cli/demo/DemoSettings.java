package com.spokefleet.cli.demo;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What the demo is asked to show.
 *
 * @param days how many days of history the orgs have
 * @param seed decides everything that happens in the orgs
 * @param conversationsPerDay of each org, on a usual day
 * @param folder where fleet.yaml, the lake and the logs go
 * @param asOf the orgs' clock when the demo starts
 */
record DemoSettings(
    int days, long seed, int orgs, int conversationsPerDay, Path folder, Instant asOf) {
  Path fleetFile() {
    return folder.resolve("fleet.yaml");
  }

  Path lake() {
    return folder.resolve("lake");
  }

  Path log(DemoOrg org) {
    return folder.resolve("logs").resolve(org.name() + ".log");
  }
}
