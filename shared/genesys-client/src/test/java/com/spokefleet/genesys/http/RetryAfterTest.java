package com.spokefleet.genesys.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "23,23000",
    "1.5,1500",
    " 7 ,7000",
    "0.0001,1",
    "+3,3000",
    "86400,86400000",
    ".5,500"
  })
  void shouldReadSecondsWholeAndDecimal(String value, long milliseconds) {
    assertThat(RetryAfter.parse(value, NOW)).contains(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fri, 20 Nov 2026 12:00:30 GMT", "fri, 20 nov 2026 12:00:30 GMT"})
  void shouldReadAnHttpDate(String value) {
    assertThat(RetryAfter.parse(value, NOW)).contains(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "soon",
        "-5",
        "0",
        "0.0",
        "1e99999",
        "86401",
        "999999999999999999999",
        "NaN",
        "Infinity",
        "Fri, 20 Nov 2026 11:59:59 GMT",
        "Fri, 20 Nov 2099 12:00:00 GMT",
        "Mon, 20 Nov 2026 12:00:30 GMT",
        "1 2",
        "--1",
        "2026-11-20T12:00:30Z"
      })
  void shouldGiveNothingForValuesNobodyCanMean(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isEmpty();
  }
}
