package com.spokefleet.config;

import static com.spokefleet.config.FleetText.problems;
import static com.spokefleet.config.FleetText.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetProblemsTest {
  @Test
  void reportsAllProblemsAtOnceInTheOrderOfTheirLines() {
    String yaml =
        FleetText.SMALLEST
            .replace("residency: metrics-only", "residency: metrics-onyl")
            .replace("lakeBucket", "lakebuckt")
            .replace("Europe/Berlin", "Europe/Berln")
            .replace("percent: 80", "percent: 180")
            .replace("        currency: USD\n", "");

    assertThat(problems(yaml.replace("    currency: USD\n", "")))
        .containsExactly(
            "fleet.yaml:4:3 hub.lakebuckt: unknown key; did you mean \"lakeBucket\"?",
            "fleet.yaml:6:27 standards.serviceLevel.percent: must be a whole number from 1 to 99",
            "fleet.yaml:14:15 spokes[0].timeZone: unknown time zone \"Europe/Berln\"; did you mean"
                + " \"Europe/Berlin\"?",
            "fleet.yaml:18:5 spokes[1].currency: is missing",
            "fleet.yaml:24:16 spokes[1].residency: unknown value \"metrics-onyl\"; did you mean"
                + " \"metrics-only\"?");
  }

  @Test
  void aToleranceIsAWholeNumber() {
    String yaml =
        with("currency: EUR\nspokes", "currency: EUR\n  reconciliation: {tolerance: -1}\nspokes");
    assertThat(problems(yaml))
        .containsExactly(
            "fleet.yaml:8:31 standards.reconciliation.tolerance: must be a whole number from 0 to"
                + " 1000000");
  }

  @Test
  void tellsThemInTheMessageOfTheException() {
    assertThatThrownBy(() -> FleetParser.parse("fleet.yaml", with("name: acme", "name: Acme")))
        .isInstanceOf(InvalidFleetException.class)
        .hasMessage(
            "Cannot use fleet.yaml:\n  fleet.yaml:1:7 name: must be 2 to 31 lower-case letters,"
                + " digits and hyphens, beginning with a letter");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "name: acme | name: a | :1:7 name: must be 2 to 31 lower-case letters",
        "name: acme | name: 12 | :1:7 name: must be text but is a number; put it in quotes",
        "name: acme | name: | :1:6 name: must be text but is empty",
        "name: acme | name: [a] | :1:7 name: must be text but is a list",
        "name: acme | name: !secret acme | :1:7 name: must be text but is a value with a YAML tag",
        "name: emea | name: amer | spokes[1].name: is also the name of spokes[0].name",
        "lakeBucket: acme-lake | lakeBucket: Acme_Lake | hub.lakeBucket: must be an S3 bucket name",
        "percent: 80 | percent: 0 | percent: must be a whole number from 1 to 99",
        "percent: 80 | percent: 100 | percent: must be a whole number from 1 to 99",
        "percent: 80 | percent: 80.5 | percent: must be a whole number but is a number",
        "percent: 80 | percent: 99999999999999999999 | must be a whole number from 1 to 99",
        "threshold: 30s | threshold: 0s | threshold: must be from 1ms to 7d",
        "threshold: 30s | threshold: half a minute | threshold: \"half a minute\" is not a"
            + " duration",
        "threshold: 30s | threshold: P99999999999999999999D | is not a duration",
        "threshold: 30s | threshold: 30 | threshold: must be text but is a number",
        "orgId: 8a2e5b14-0f93-4d6a-8c27-7b1d3e9f6c22 | orgId: 1-1-1-1-1 | orgId: must be a UUID",
        "8a2e5b14-0f93-4d6a-8c27-7b1d3e9f6c22 | 3F1C9A70-6D1B-4C7E-9B1A-0E5D8C2F4A11"
            + " | :19:12 spokes[1].orgId: is also the org of spokes[0].orgId",
        "env:AMER | env:EMEA | spokes[1].credentials: must be a client of this org's own, but is"
            + " also spokes[0].credentials",
        "America/New_York | America/New_Yrok | did you mean \"America/New_York\"?",
        "America/New_York | +01:00 | timeZone: unknown time zone \"+01:00\"",
        "currency: USD | currency: USDD | currency: unknown currency \"USDD\"; did you mean"
            + " \"USD\"?",
        "currency: USD | currency: XAU | unknown currency \"XAU\"",
        "genesysRegion: us-east-1 | genesysRegion: us-eas-1 | did you mean \"us-east-1\"?",
        "genesysRegion: us-east-1 | genesysRegion: mypurecloud.cm | did you mean"
            + " \"mypurecloud.com\"?",
        "awsRegion: us-east-1 | awsRegion: us_east_1 | spokes[1].awsRegion: unknown AWS region"
            + " \"us_east_1\"; did you mean \"us-east-1\"?",
        "awsRegion: us-east-1 | awsRegion: us-gov-west-1 | spokes[1].awsRegion: is in partition"
            + " US_GOVERNMENT but hub.awsRegion is in COMMERCIAL",
        "genesysRegion: us-east-1 | genesysRegion: us-east-2 | spokes[1].genesysRegion: is in"
            + " partition US_GOVERNMENT",
        "genesysRegion: us-east-1 | genesysRegion: edee1.eusc-pure.cloud | is in partition"
            + " EU_SOVEREIGN",
        "businessRegion: AMER | buisnessRegion: AMER | did you mean \"businessRegion\"?",
        "businessRegion: AMER | colour: blue | spokes[1].colour: unknown key; known are name,"
            + " orgId",
      })
  void saysWhatIsWrong(String text, String replacement, String problem) {
    assertThat(problems(with(text, replacement)))
        .anySatisfy(line -> assertThat(line).contains(problem));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "schedule: {period: 59s} | schedule.period: must be from 1m to 1d",
        "schedule: {overlap: -5m} | schedule.overlap: \"-5m\" is not a duration",
        "schedule: {overlap: 2h, lookback: 1h} | schedule.overlap: must be shorter than lookback,"
            + " 1h",
        "schedule: {overlap: 7d} | schedule.overlap: must be shorter than lookback, 7d",
        "schedule: {lookback: 8d} | schedule.lookback: must be from 1m to 7d",
        "schedule: {historyDays: 0} | schedule.historyDays: must be a whole number from 1 to 3653",
        "privacy: {allow: [ani]} | :27:22 spokes[1].privacy.allow: must be empty, for residency is",
        "privacy: {allow: [anni]} | allow[0]: unknown value \"anni\"; did you mean \"ani\"?",
        "privacy: {allow: [ani, ani]} | allow[1]: is listed twice",
        "privacy: {allow: ani} | privacy.allow: must be a list but is text",
        "eventSource: genesys | must be aws.partner/genesys.com/cloud/<orgId>/<suffix>",
        "eventSource: aws.partner/genesys.com/cloud/3f1c9a70-6d1b-4c7e-9b1a-0e5d8c2f4a11/x"
            + " | must be of this org, 8a2e5b14-0f93-4d6a-8c27-7b1d3e9f6c22",
        "endpoints: {api: 'http://api.example.com'} | endpoints.api: must use https",
        "endpoints: {api: 'http://127.0.0.1.example.com'} | endpoints.api: must use https",
        "endpoints: {api: 'ftp://localhost'} | endpoints.api: must be an address such as",
        "endpoints: {api: 'https://user:word@example.com'} | without user, query or fragment",
        "endpoints: {api: 'https://example.com?a=b'} | without user, query or fragment",
        "endpoints: {api: 'https://'} | must be an address",
        "endpoints: {appps: 'https://example.com'} | did you mean \"apps\"?",
        "directLinkPath: x/{conversationId} | must begin with / and contain {conversationId}",
        "directLinkPath: /x/{conversation} | must begin with / and contain {conversationId}",
        "queueLinkPath: /x/{queue} | must begin with / and contain {queueId}",
      })
  void saysWhatIsWrongWithOptionalKeysOfASpoke(String line, String problem) {
    assertThat(problems(FleetText.SMALLEST + "    " + line + "\n"))
        .anySatisfy(shown -> assertThat(shown).contains(problem));
  }

  @Test
  void reportsAMissingKeyNotOnTopOfItsMisspelling() {
    assertThat(problems(with("currency: USD", "curency: USD"))).hasSize(1);
  }

  @Test
  void wantsAtLeastOneSpoke() {
    String noSpokes = FleetText.SMALLEST.replaceAll("(?s)spokes:.*", "spokes: []\n");

    assertThat(problems(noSpokes))
        .containsExactly("fleet.yaml:8:9 spokes: must have at least 1 entry");
  }
}
