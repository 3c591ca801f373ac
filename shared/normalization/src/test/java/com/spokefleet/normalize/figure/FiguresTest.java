package com.spokefleet.normalize.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.normalize.conversation.Metric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void repeatedMetricsOfOneNameAddUp() throws InvalidMetricException {
    Figures figures = figures(metric("tAnswered", 100), metric("tAnswered", 50));
    assertThat(figures.get(Figure.ANSWERED)).isEqualTo(2);
    assertThat(figures.get(Figure.ANSWER_WAIT_MS)).isEqualTo(150);
  }

  @Test
  void aCountIsItsValueAndATimeIsOneEvent() throws InvalidMetricException {
    Figures figures = figures(metric("nOffered", 3), metric("tAbandon", 9_000));
    assertThat(figures.get(Figure.OFFERED)).isEqualTo(3);
    assertThat(figures.get(Figure.ABANDONED)).isEqualTo(1);
  }

  @Test
  void anEventThatTookNoTimeStillHappened() throws InvalidMetricException {
    Figures figures = figures(metric("tAnswered", 0));
    assertThat(figures.has(Figure.ANSWERED)).isTrue();
    assertThat(figures.get(Figure.ANSWER_WAIT_MS)).isZero();
  }

  @Test
  void talkIsNotCountedTwiceWhenStretchesAndTotalAreBothThere() throws InvalidMetricException {
    Figures figures =
        figures(metric("tTalk", 30), metric("tTalk", 25), metric("tTalkComplete", 55));
    assertThat(figures.get(Figure.TALK_MS)).isEqualTo(55);
    assertThat(figures.get(Figure.TALKED)).isEqualTo(1);
  }

  @Test
  void talkAndHoldFallBackToTheirStretches() throws InvalidMetricException {
    Figures figures =
        figures(metric("tTalk", 30), metric("tTalk", 25), metric("tHeld", 7), metric("tHeld", 1));
    assertThat(figures.get(Figure.TALK_MS)).isEqualTo(55);
    assertThat(figures.get(Figure.TALKED)).isEqualTo(1);
    assertThat(figures.get(Figure.HELD_MS)).isEqualTo(8);
    assertThat(figures.get(Figure.HELD)).isEqualTo(1);
  }

  @Test
  void shortAbandonsAreAmongTheAbandons() throws InvalidMetricException {
    Figures figures = figures(metric("tAbandon", 900), metric("tShortAbandon", 900));
    assertThat(figures.get(Figure.ABANDONED)).isEqualTo(1);
    assertThat(figures.get(Figure.SHORT_ABANDONED)).isEqualTo(1);
  }

  @Test
  void figuresOfLegsAddUp() throws InvalidMetricException {
    Figures sum = figures(metric("tAcw", 5)).plus(figures(metric("tAcw", 7), metric("nError", 1)));
    assertThat(sum).isEqualTo(figures(metric("tAcw", 5), metric("tAcw", 7), metric("nError", 1)));
    assertThat(sum)
        .hasSameHashCodeAs(
            figures(metric("nError", 1), metric("tAcw", 12)).plus(figures(metric("tAcw", 0))));
    assertThat(sum.plus(Figures.NONE)).isEqualTo(sum);
  }

  @Test
  void metricsWithoutAFigureAreIgnored() throws InvalidMetricException {
    assertThat(figures(metric("nConnected", 1), metric("tFromTheFuture", 1)))
        .isEqualTo(Figures.NONE);
  }

  @Test
  void everyFigureIsReadFromItsMetric() throws InvalidMetricException {
    for (Figure figure : Figure.values()) {
      assertThat(figures(metric(figure.metric(), 1)).get(figure)).as(figure.name()).isEqualTo(1);
    }
  }

  private static Figures figures(Metric... metrics) throws InvalidMetricException {
    return Figures.of(List.copyOf(Arrays.asList(metrics)));
  }

  private static Metric metric(String name, long value) {
    return new Metric(name, value, null);
  }
}
