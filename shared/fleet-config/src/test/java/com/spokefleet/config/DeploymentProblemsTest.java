package com.spokefleet.config;

import static com.spokefleet.config.FleetText.problems;
import static com.spokefleet.config.FleetText.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would go wrong in AWS only, told where it stands before anything is deployed. */
class DeploymentProblemsTest {
  private static final String DESTINATIONS =
      """
      destinations:
        - {name: soc, type: datadog, site: datadoghq.eu, apiKey: "env:SOC"}
        - {name: ops, type: datadog, site: datadoghq.eu, apiKey: "env:SOC"}
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "eu-cental-1 | unknown AWS region \"eu-cental-1\"; did you mean \"eu-central-1\"?",
        "us-east-9 | unknown AWS region \"us-east-9\"; did you mean \"us-east-1\"?",
        "frankfurt | unknown AWS region \"frankfurt\"",
      })
  void regionsThatAwsDoesNotHave(String region, String problem) {
    assertThat(problems(with("awsRegion: us-east-1", "awsRegion: " + region)))
        .containsExactly("fleet.yaml:21:16 spokes[1].awsRegion: " + problem);
    assertThat(
            problems(
                FleetText.SMALLEST.replaceFirst("awsRegion: eu-central-1", "awsRegion: " + region)))
        .containsExactly("fleet.yaml:3:14 hub.awsRegion: " + problem);
  }

  @Test
  void everyRegionOfThePartitionIsTaken() {
    for (String region : AwsRegions.all()) {
      if (Partition.ofAwsRegion(region) == Partition.COMMERCIAL) {
        assertThat(problems(with("awsRegion: us-east-1", "awsRegion: " + region))).isEmpty();
      }
    }
    assertThat(AwsRegions.all())
        .doesNotHaveDuplicates()
        .containsAll(GenesysRegions.all().stream().map(GenesysRegion::awsRegion).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'11112222333'", "'1111222233334'", "1111-2222-3333", "acme"})
  void accountsThatAreNotTwelveDigits(String account) {
    String problem = "must be the 12 digits of an AWS account, such as \"111122223333\"";

    assertThat(problems(FleetText.SMALLEST + "    awsAccount: " + account + "\n"))
        .containsExactly("fleet.yaml:27:17 spokes[1].awsAccount: " + problem);
    assertThat(
            problems(
                with("lakeBucket: acme-lake", "lakeBucket: acme-lake\n  awsAccount: " + account)))
        .containsExactly("fleet.yaml:5:15 hub.awsAccount: " + problem);
  }

  @Test
  void anAccountIsText() {
    assertThat(problems(FleetText.SMALLEST + "    awsAccount: 012345678901\n"))
        .containsExactly(
            "fleet.yaml:27:17 spokes[1].awsAccount: must be text but is a number; put it in quotes"
                + " if it is meant");
    assertThat(problems(FleetText.SMALLEST + "    awsAccount: '012345678901'\n")).isEmpty();
  }

  @Test
  void destinationsThatTheFleetDoesNotHave() {
    assertThat(problems(FleetText.SMALLEST + "    destinations: [ops, sco]\n" + DESTINATIONS))
        .containsExactly(
            "fleet.yaml:27:25 spokes[1].destinations[1]: unknown destination \"sco\"; did you mean"
                + " \"soc\"?");
    assertThat(problems(FleetText.SMALLEST + "    destinations: [ops, soc]\n" + DESTINATIONS))
        .isEmpty();
  }

  @Test
  void aSpokeWithTheNameOfTheHubsStack() {
    assertThat(problems(with("name: amer", "name: hub")))
        .containsExactly(
            "fleet.yaml:18:11 spokes[1].name: must not be hub, which names the hub's stack");
    assertThat(problems(with("name: amer", "name: hub-2"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "7m | must divide the hour or the day",
        "90s | must divide the hour or the day",
        "5h | must divide the hour or the day",
        "90m | must divide the hour or the day",
        "59s | must be from 1m to 1d",
        "2d | must be from 1m to 1d",
      })
  void periodsThatDoNotFallOnTheSameMinutesEveryDay(String period, String problem) {
    assertThat(problems(FleetText.SMALLEST + "    schedule: {period: " + period + "}\n"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("fleet.yaml:27:24 spokes[1].schedule.period: " + problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1m", "PT60S", "5m", "12m", "1h", "60m", "3h", "1d", "24h"})
  void periodsThatDo(String period) {
    assertThat(problems(FleetText.SMALLEST + "    schedule: {period: " + period + "}\n")).isEmpty();
  }

  @Test
  void runsThatReadTheSameTooOften() {
    assertThat(problems(FleetText.SMALLEST + "    schedule: {period: 1m, overlap: 101m}\n"))
        .containsExactly(
            "fleet.yaml:27:37 spokes[1].schedule.overlap: must be at most 100 periods of 1m, 100m:"
                + " every run reads it again, and more would take the org's whole request limit at"
                + " 300 conversations a minute");
    assertThat(problems(FleetText.SMALLEST + "    schedule: {period: 1m, overlap: 100m}\n"))
        .isEmpty();
    assertThat(problems(FleetText.SMALLEST + "    schedule: {period: 1d, overlap: 6d}\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "aws.partner/genesys.com/*", "aws.partner/genesys.com/cloud/*/x"})
  void eventSourcesWithAWildcard(String source) {
    assertThat(problems(FleetText.SMALLEST + "    eventSource: '" + source + "'\n"))
        .containsExactly(
            "fleet.yaml:27:18 spokes[1].eventSource: must be"
                + " aws.partner/genesys.com/cloud/<orgId>/<suffix>");
  }

  @Test
  void moreOrgsThanAnAccountRuns() {
    IntFunction<String> nothing = org -> "";

    assertThat(problems(fleet(900, nothing))).isEmpty();
    assertThat(problems(fleet(1_000, nothing)))
        .as("one problem, at the first org that does not fit")
        .containsExactly(
            "fleet.yaml:8109:5 spokes[900]: does not fit into account of the deployment in"
                + " eu-west-1: the orgs before it reserve 900 of the 900 concurrent executions that"
                + " Lambda lets an account reserve there; give it and those behind it another"
                + " awsAccount or awsRegion");
  }

  @Test
  void moreOrgsOfLowLatencyThanAnAccountRuns() {
    IntFunction<String> immediate = org -> "    latency: immediate\n";

    assertThat(problems(fleet(300, immediate))).isEmpty();
    assertThat(problems(fleet(301, immediate)))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("spokes[300]: does not fit"));
  }

  @Test
  void orgsInSeveralAccountsEachFitByThemselves() {
    assertThat(
            problems(fleet(1_000, org -> "    awsAccount: '00000000000%d'\n".formatted(org % 2))))
        .isEmpty();
  }

  private static String fleet(int orgs, IntFunction<String> more) {
    List<String> spokes = new ArrayList<>();
    for (int org = 0; org < orgs; org++) {
      spokes.add(
          """
            - name: org-%d
              orgId: %s
              genesysRegion: eu-west-1
              awsRegion: eu-west-1
              credentials: secretsmanager:acme/org-%d
              timeZone: Europe/Dublin
              currency: EUR
              residency: full
              businessRegion: EMEA
          """
                  .formatted(org, new UUID(1, org), org)
              + more.apply(org));
    }
    return FleetText.SMALLEST.substring(0, FleetText.SMALLEST.indexOf("  - name"))
        + String.join("", spokes);
  }
}
