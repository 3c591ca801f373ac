package com.spokefleet.lake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.ComparisonOutcome;
import com.spokefleet.lake.proof.ComparisonReason;
import com.spokefleet.lake.proof.EmittedCounts;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Interactions against aggregates: which differences are explained, and which are alarms. */
class EmissionReconciliationTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final EmittedCounts EMITTED = new EmittedCounts(100, 80, 20);
  private static final EmittedCounts MORE = new EmittedCounts(103, 82, 21);

  @Test
  void equalCountsAgree() {
    Comparison comparison = of(EMITTED, EMITTED, true, 3, 3);
    assertThat(comparison.outcome()).isEqualTo(ComparisonOutcome.AGREES);
    assertThat(comparison.reason()).isEqualTo(ComparisonReason.NONE);
    assertThat(comparison.difference()).isZero();
  }

  @Test
  void aSettledDayMayNotDiffer() {
    Comparison comparison = of(EMITTED, MORE, true, 0, 0);
    assertThat(comparison.outcome()).isEqualTo(ComparisonOutcome.LAKE_SHORT);
    assertThat(comparison.difference()).isEqualTo(3 + 2 + 1);
    assertThat(comparison.isUnexplained()).isTrue();
    assertThat(of(MORE, EMITTED, true, 0, 0).outcome()).isEqualTo(ComparisonOutcome.LAKE_OVER);
  }

  @Test
  void openConversationsAndQuarantineExplainThatTheLakeIsShort() {
    assertThat(of(EMITTED, MORE, true, 1, 1).reason())
        .isEqualTo(ComparisonReason.OPEN_CONVERSATIONS);
    assertThat(of(EMITTED, MORE, true, 0, 1).reason())
        .isEqualTo(ComparisonReason.QUARANTINED_RECORDS);
  }

  /** The control: they never explain that the lake holds something nobody counted. */
  @Test
  void nothingExplainsThatTheLakeIsOver() {
    assertThat(of(MORE, EMITTED, true, 1, 1).isUnexplained()).isTrue();
    EmittedCounts oneAnsweredTooMany = new EmittedCounts(90, 81, 20);
    assertThat(of(oneAnsweredTooMany, EMITTED, true, 1, 1).isUnexplained()).isTrue();
  }

  @Test
  void aDayThatIsNotOverExplainsEverything() {
    EmissionEvidence today =
        new EmissionEvidence(
            DAY,
            MORE,
            EMITTED,
            Instant.parse("2026-11-20T23:59:00Z"),
            false,
            0,
            0,
            DAY.minusDays(30),
            false);
    assertThat(EmissionReconciliation.of(today, NOW).reason())
        .isEqualTo(ComparisonReason.DAY_NOT_OVER);
  }

  @Test
  void theFirstDaysMissWhatBeganBeforeThemUntilAJobBringsIt() {
    assertThat(first(false).reason()).isEqualTo(ComparisonReason.BEFORE_HISTORY);
    assertThat(first(true).isUnexplained()).isTrue();
  }

  @Test
  void unlikeIsNotCompared() {
    assertThat(of(EMITTED, null, true, 0, 0).reason()).isEqualTo(ComparisonReason.NOT_COUNTED);
    EmissionEvidence filtered =
        new EmissionEvidence(DAY, EMITTED, MORE, NOW, true, 0, 0, DAY.minusDays(30), true);
    Comparison comparison = EmissionReconciliation.of(filtered, NOW);
    assertThat(comparison.outcome()).isEqualTo(ComparisonOutcome.NOT_COMPARABLE);
    assertThat(comparison.reason()).isEqualTo(ComparisonReason.FILTERED);
    assertThat(comparison.isUnexplained()).isFalse();
  }

  private static Comparison first(boolean settled) {
    return EmissionReconciliation.of(
        new EmissionEvidence(DAY, EMITTED, MORE, NOW, settled, 0, 0, DAY, false), NOW);
  }

  private static Comparison of(
      EmittedCounts emitted,
      @Nullable EmittedCounts aggregated,
      boolean settled,
      long open,
      long quarantined) {
    return EmissionReconciliation.of(
        new EmissionEvidence(
            DAY, emitted, aggregated, NOW, settled, open, quarantined, DAY.minusDays(30), false),
        NOW);
  }
}
