package com.spokefleet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.cli.FakeFleet;
import com.spokefleet.normalize.servicelevel.ServiceLevel;
import com.spokefleet.testing.org.ServiceLevelSwitches;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An org's own service level is held against what the org knows; a wrong count is told. */
final class LedgerComparisonTest {
  private static final Duration THRESHOLD = Duration.ofSeconds(30);
  private static final Path NOWHERE = Path.of("nowhere");

  private final LedgerComparison comparison = new LedgerComparison(THRESHOLD);
  private DemoSpoke metricsOnly;
  private EmittedTruth truth;

  @BeforeEach
  void start() {
    DemoOrg org = DemoOrg.list(2).getFirst();
    assertThat(org.isMetricsOnly()).isTrue();
    DemoSettings settings = new DemoSettings(1, 7, 2, 400, NOWHERE, FakeFleet.NOON);
    metricsOnly = DemoSpoke.start(org, settings, settings.seed(), false);
    truth = EmittedTruth.of(metricsOnly, THRESHOLD);
  }

  @AfterEach
  void stop() {
    metricsOnly.close();
  }

  @Test
  void theTrueCountsAreEqual() {
    comparison.compareOwn("emea", level(truth.inOwnTime(), truth.inOwnTimeOf()), truth);

    assertThat(truth.inOwnTime()).isPositive().isLessThan(truth.answered());
    assertThat(truth.inOwnTimeOf()).isGreaterThan(truth.answered());
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.compared()).isEqualTo(2);
  }

  @Test
  void oneCallTooManyInEitherCountIsTold() {
    comparison.compareOwn("emea", level(truth.inOwnTime() + 1, truth.inOwnTimeOf() + 1), truth);

    assertThat(comparison.differences())
        .extracting(LedgerComparison.Difference::figure)
        .containsExactly("in time by own target", "in time of, by own target");
  }

  @Test
  void aLevelByOtherSwitchesIsTold() {
    for (ServiceLevelSwitches other :
        List.of(ServiceLevelSwitches.USUAL, new ServiceLevelSwitches(true, false, true))) {
      EmittedTruth wrong = EmittedTruth.of(metricsOnly, THRESHOLD, other);
      LedgerComparison each = new LedgerComparison(THRESHOLD);
      each.compareOwn("emea", level(wrong.inOwnTime(), wrong.inOwnTimeOf()), truth);

      assertThat(each.differences())
          .extracting(LedgerComparison.Difference::figure)
          .as(other.toString())
          .containsExactly("in time of, by own target");
    }
  }

  @Test
  void aLevelNobodyKnowsIsNotEqual() {
    comparison.compareOwn("emea", Optional.empty(), truth);

    assertThat(comparison.differences()).hasSize(2);
  }

  private static Optional<ServiceLevel> level(long numerator, long denominator) {
    return Optional.of(new ServiceLevel(numerator, denominator));
  }
}
