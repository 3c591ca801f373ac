package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a fleet may be watched, and how long things may be kept. */
class OperationsProblemsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{notify: [soc@example.com, 'on-call+fleet@ops.example.org']}",
        "{logRetention: 1d, rawRetention: 1d}",
        "{logRetention: 3653d, rawRetention: 14d}",
        "{logRetention: PT24H}",
        "{maximumAge: 2m, silence: 5m, dailyBytes: 500MB}",
        "{dailyBytes: 999999TB}",
      })
  void whatIsRight(String operations) {
    assertThat(problems(operations)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{notify: [soc]} | notify[0]: must be an e-mail address",
        "{notify: [soc@example]} | notify[0]: must be an e-mail address",
        "{notify: [a@b.example, a@b.example]} | notify[1]: is listed twice",
        "{logRetention: 31d} | logRetention: is not a retention that CloudWatch offers; the nearest"
            + " are 30d and 60d",
        "{logRetention: 2d} | logRetention: is not a retention that CloudWatch offers; the nearest"
            + " are 1d and 3d",
        "{logRetention: 36h} | logRetention: must be whole days",
        "{logRetention: 3654d} | logRetention: must be from 1d to 3653d",
        "{rawRetention: 15d} | rawRetention: must be from 1d to 14d",
        "{rawRetention: 12h} | rawRetention: must be from 1d to 14d",
        "{rawRetention: 25h} | rawRetention: must be whole days",
        "{maximumAge: 1m} | maximumAge: must be from 2m to 7d",
        "{silence: 8d} | silence: must be from 5m to 7d",
        "{dailyBytes: 0GB} | dailyBytes: must be a size such as 500MB, 5GB or 1TB",
        "{dailyBytes: 5 GB} | dailyBytes: must be a size such as",
        "{dailyBytes: 5000} | dailyBytes: must be text but is a number",
        "{notfy: []} | notfy: unknown key; did you mean \"notify\"?",
      })
  void whatIsWrong(String operations, String problem) {
    assertThat(problems(operations))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line).startsWith("fleet.yaml:27:").contains(" operations." + problem));
  }

  @Test
  void anOrgThatIsReadSeldomIsNotTooOldAfterItsPeriod() {
    Fleet fleet =
        FleetParser.parse(
            "fleet.yaml",
            FleetText.SMALLEST + "    schedule: {period: 6h}\noperations: {maximumAge: 40m}\n");

    assertThat(fleet.operations().maximumAgeOf(fleet.spoke("emea").orElseThrow()))
        .isEqualTo(Duration.ofMinutes(40));
    assertThat(fleet.operations().maximumAgeOf(fleet.spoke("amer").orElseThrow()))
        .isEqualTo(Duration.ofHours(12));
  }

  private static List<String> problems(String operations) {
    return FleetText.problems(FleetText.SMALLEST + "operations: " + operations + "\n");
  }
}
