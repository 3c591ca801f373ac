package com.spokefleet.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class FormatTest {
  @Test
  void showsUnknownAsADashAndZeroAsZero() {
    assertThat(Format.percent(OptionalDouble.empty())).isEqualTo("–");
    assertThat(Format.minutes(OptionalDouble.empty())).isEqualTo("–");
    assertThat(Format.percent(OptionalDouble.of(0))).isEqualTo("0.0%");
    assertThat(Format.minutes(OptionalDouble.of(0))).isEqualTo("0:00");
  }

  @ParameterizedTest
  @CsvSource({
    "499,0:00",
    "500,0:01",
    "59499,0:59",
    "59500,1:00",
    "3599000,59:59",
    "3600000,1:00:00"
  })
  void showsMillisecondsAsMinutesAndSeconds(double milliseconds, String text) {
    assertThat(Format.minutes(OptionalDouble.of(milliseconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5S,0 s",
    "PT119S,119 s",
    "PT2M,2 min",
    "PT119M,119 min",
    "PT2H,2 h",
    "PT72H,3 days"
  })
  void showsAnAgeInItsLargestSensibleUnit(Duration age, String text) {
    assertThat(Format.age(age)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"30s,PT30S", "15m,PT15M", "1h,PT1H", "250ms,PT0.25S", "PT30S,PT30S", "1M,PT1M"})
  void readsDurationsAsTheyAreTyped(String text, Duration duration) {
    assertThat(new DurationText().convert(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "-5s", "PT-5S", "soon", "99999999999s"})
  void refusesOtherTextsAsDurations(String text) {
    assertThatThrownBy(() -> new DurationText().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith("Cannot read '" + text + "' as a duration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30s", "15m", "250ms", "90s", "0s"})
  void writesDurationsAsTheyAreRead(String text) {
    assertThat(DurationText.of(new DurationText().convert(text))).isEqualTo(text);
  }
}
