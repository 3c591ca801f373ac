package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How long synthesis takes by the number of orgs: {@code -Dorgs=25,50,100,200}; measured on demand.
 */
final class SynthesisTimeTest {
  static IntStream orgs() {
    return IntStream.concat(
        // The first brings the CDK's own start, which is no org's.
        IntStream.of(1),
        Arrays.stream(System.getProperty("orgs", "1").split(",")).mapToInt(Integer::parseInt));
  }

  @ParameterizedTest
  @MethodSource("orgs")
  @EnabledIfSystemProperty(named = "orgs", matches = "[0-9,]+")
  void takesTimeByTheNumberOfOrgs(int orgs) {
    Instant start = Instant.now();
    SynthesisedFleet fleet = SynthesisedFleet.of(FleetGrowthTest.fleet(orgs));
    System.out.printf(
        "synthesis of %d orgs: %.1f s%n",
        orgs, Duration.between(start, Instant.now()).toMillis() / 1_000.0);
    assertThat(fleet.templates()).hasSize(orgs + 1);
  }
}
