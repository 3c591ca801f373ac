package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What fleet.yaml may say of the fields of events. */
final class EventPrivacyProblemsTest {
  private static final String FLEET =
      """
      name: acme
      hub: {awsRegion: eu-west-1, lakeBucket: acme-lake}
      standards:
        serviceLevel: {percent: 80, threshold: 30s}
        currency: EUR
      spokes:
        - name: emea
          orgId: 3f1c9a70-6d1b-4c7e-9b1a-0e5d8c2f4a11
          genesysRegion: eu-central-1
          awsRegion: eu-central-1
          credentials: env:EMEA
          timeZone: Europe/Berlin
          currency: EUR
          residency: RESIDENCY
          businessRegion: EMEA
          privacy: {PRIVACY}
      """;

  @Test
  void whatIsHashedNeedsAKey() {
    assertThat(problems("full", "events: {ani: hash}"))
        .containsExactly("spokes[0].privacy.events.ani: cannot be hashed without privacy.hashKey");
    assertThat(problems("full", "events: {ani: hash}, hashKey: env:KEY")).isEmpty();
  }

  @Test
  void nobodyOfAMetricsOnlyOrgIsTold() {
    assertThat(problems("metrics-only", "events: {user_name: keep}"))
        .containsExactly(
            "spokes[0].privacy.events.user_name: must not be kept, for residency is metrics-only:"
                + " persons are masked");
    assertThat(problems("metrics-only", "events: {user_name: remove}")).isEmpty();
  }

  @Test
  void namesAreThoseInTheSiem() {
    assertThat(problems("full", "events: {remoteIp: remove}"))
        .containsExactly(
            "spokes[0].privacy.events.remoteIp: must be a field's name in the SIEM: lower case,"
                + " words joined by _");
  }

  private static List<String> problems(String residency, String privacy) {
    String text = FLEET.replace("RESIDENCY", residency).replace("PRIVACY", privacy);
    InvalidFleetException invalid =
        catchThrowableOfType(
            InvalidFleetException.class, () -> FleetParser.parse("fleet.yaml", text));
    return invalid == null
        ? List.of()
        : invalid.problems().stream()
            .map(problem -> problem.path() + ": " + problem.message())
            .toList();
  }
}
