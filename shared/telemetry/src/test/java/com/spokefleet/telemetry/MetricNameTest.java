package com.spokefleet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricNameTest {
  @ParameterizedTest
  @EnumSource
  void everyNameTellsItsUnitAndBelongsToAnOrg(MetricName name) {
    assertThat(name.key()).matches("[a-z]+(_[a-z]+)*");
    assertThat(name.key().endsWith("_ms")).isEqualTo(name.unit() == Unit.MILLISECONDS);
    assertThat(name.key().startsWith("bytes_")).isEqualTo(name.unit() == Unit.BYTES);
    assertThat(name.dimensions()).contains(Dimension.ORG);
  }
}
