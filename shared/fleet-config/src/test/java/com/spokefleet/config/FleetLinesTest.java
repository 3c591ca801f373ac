package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FleetLinesTest {
  private final FleetLines lines = FleetLines.of("fleet.yaml", FleetText.SMALLEST);

  @Test
  void aProblemStandsWhereItsValueDoes() {
    assertThat(lines.problem("spokes[1].credentials", "is wrong").toString())
        .isEqualTo("fleet.yaml:22:18 spokes[1].credentials: is wrong");
    assertThat(lines.problem("standards.serviceLevel.percent", "is wrong").toString())
        .isEqualTo("fleet.yaml:6:27 standards.serviceLevel.percent: is wrong");
  }

  @Test
  void whatIsNotWrittenStandsWhereItWould() {
    assertThat(lines.problem("spokes[1].awsAccount", "is missing").toString())
        .isEqualTo("fleet.yaml:18:5 spokes[1].awsAccount: is missing");
    assertThat(lines.problem("spokes[7].name", "is missing").line()).isEqualTo(9);
    assertThat(lines.problem("operations", "is missing").line()).isEqualTo(1);
  }

  @Test
  void whatIsNotYamlHasNoLines() {
    assertThatThrownBy(() -> FleetLines.of("fleet.yaml", "name: ["))
        .isInstanceOf(InvalidFleetException.class);
  }
}
