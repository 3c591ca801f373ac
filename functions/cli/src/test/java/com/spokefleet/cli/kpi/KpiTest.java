package com.spokefleet.cli.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KpiTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261120L);

  /** 100 contacts of which 90 wanted a queue: 70 answered (63 in time), 10 left, 10 flowed out. */
  private static final KpiTotals DAY =
      new KpiTotals(100, 90, 70, 63, 10, 1_400_000, 68, 20_400_000, 17, 510_000, 60, 3_600_000, 17);

  @Test
  void worksOutEveryFigureAsDocumented() {
    assertThat(Kpi.CONTACTS.value(DAY)).hasValue(100);
    assertThat(Kpi.OFFERED.value(DAY)).hasValue(90);
    assertThat(Kpi.ANSWERED.value(DAY)).hasValue(70);
    assertThat(Kpi.ABANDONED.value(DAY).orElseThrow()).isEqualTo(10.0 / 90, within(1e-12));
    assertThat(Kpi.ANSWERED_IN_TIME.value(DAY).orElseThrow()).isEqualTo(63.0 / 80, within(1e-12));
    assertThat(Kpi.SPEED_OF_ANSWER.value(DAY)).hasValue(20_000);
    assertThat(Kpi.HANDLE_TIME.value(DAY)).hasValue(300_000);
    assertThat(Kpi.HOLD.value(DAY)).hasValue(30_000);
    assertThat(Kpi.AFTER_CALL_WORK.value(DAY)).hasValue(60_000);
    assertThat(Kpi.TRANSFERRED.value(DAY)).hasValue(0.25);
  }

  @ParameterizedTest
  @EnumSource
  void leavesARatioOverNothingUnknown(Kpi kpi) {
    if (kpi.unit() == Kpi.Unit.COUNT) {
      assertThat(kpi.text(KpiTotals.NOTHING)).isEqualTo("0");
    } else {
      assertThat(kpi.text(KpiTotals.NOTHING)).isEqualTo("–");
    }
  }

  @Test
  void namesTheThresholdInTheTitleOfTheServiceLevel() {
    assertThat(Kpi.ANSWERED_IN_TIME.title(Duration.ofSeconds(20))).isEqualTo("Answered in 20s %");
  }

  /** A small org at 100 % beside a large one at 50 %: the mean of their ratios would claim 75 %. */
  @Test
  void weighsOrgsByTheirVolume() {
    KpiTotals small = withServiceLevel(10, 10);
    KpiTotals large = withServiceLevel(990, 495);

    double fleet = Kpi.ANSWERED_IN_TIME.value(small.plus(large)).orElseThrow();

    assertThat(fleet).isEqualTo(0.505, within(1e-12));
    double meanOfRatios =
        (Kpi.ANSWERED_IN_TIME.value(small).orElseThrow()
                + Kpi.ANSWERED_IN_TIME.value(large).orElseThrow())
            / 2;
    assertThat(meanOfRatios).as("the mistake this guards against").isEqualTo(0.75, within(1e-12));
  }

  @Test
  void addsUpToTheSameInAnyOrderAndGrouping() {
    Random random = new Random(SEED);
    List<KpiTotals> parts = new ArrayList<>();
    for (int part = 0; part < 50; part++) {
      parts.add(random(random));
    }
    KpiTotals inOrder = parts.stream().reduce(KpiTotals.NOTHING, KpiTotals::plus);
    Collections.shuffle(parts, random);
    KpiTotals left = parts.subList(0, 17).stream().reduce(KpiTotals.NOTHING, KpiTotals::plus);
    KpiTotals right = parts.subList(17, 50).stream().reduce(KpiTotals.NOTHING, KpiTotals::plus);

    assertThat(left.plus(right)).as("seed %d", SEED).isEqualTo(inOrder);
  }

  private static KpiTotals withServiceLevel(long answered, long inTime) {
    return new KpiTotals(0, answered, answered, inTime, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static KpiTotals random(Random random) {
    long[] v = random.longs(13, 0, 1_000_000).toArray();
    return new KpiTotals(
        v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12]);
  }
}
