package com.spokefleet.normalize.servicelevel;

import static com.spokefleet.normalize.servicelevel.ServiceLevelFormula.ALL_ABANDONS;
import static com.spokefleet.normalize.servicelevel.ServiceLevelFormula.LONG_ABANDONS_AND_FLOW_OUTS;
import static com.spokefleet.normalize.servicelevel.ServiceLevelFormula.NO_ABANDONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.IntervalFigures;
import com.spokefleet.normalize.aggregate.IntervalKey;
import com.spokefleet.normalize.aggregate.QueueInterval;
import com.spokefleet.normalize.servicelevel.ServiceLevelRules.Learned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of the org's switches are inferred from its own denominators, and when. */
class ServiceLevelRulesTest {
  private static final Instant START = Instant.parse("2026-11-10T08:00:00Z");

  @Test
  void figuresThatSeveralFormulasExplainLeaveTheRuleUndetermined() {
    // 35 answered, 4 abandoned of which 1 shortly, 1 flowed out: 39 is 35 + 4 and 35 + 4 - 1 + 1.
    Learned learned = ServiceLevelRules.NONE.learn(List.of(interval(0, 35, 4, 1, 1, 39)));

    ServiceLevelRule rule = learned.rules().all().getFirst();
    assertThat(rule.formulas()).containsExactly(ALL_ABANDONS, LONG_ABANDONS_AND_FLOW_OUTS);
    assertThat(rule.isDetermined()).isFalse();
    assertThat(rule.agreed(ServiceLevelFormula::includesAbandons))
        .as("what both agree on is known")
        .isTrue();
    assertThat(rule.agreed(ServiceLevelFormula::includesFlowOuts)).isNull();

    Learned more = learned.rules().learn(List.of(interval(1, 10, 2, 1, 0, 12)));
    assertThat(more.rules().all())
        .containsExactly(new ServiceLevelRule(1, START, EnumSet.of(ALL_ABANDONS)));
    assertThat(more.ruleId(START.plusSeconds(1_800))).contains("rule-0001");
  }

  @ParameterizedTest
  @EnumSource(ServiceLevelFormula.class)
  void aDayOfFiguresDeterminesTheRuleWhateverItIs(ServiceLevelFormula formula) {
    long seed = Long.getLong("spokefleet.seed", 20_261_110L);
    ServiceLevelRules rules = ServiceLevelRules.NONE.learn(day(seed, 0, formula)).rules();

    assertThat(rules.all()).as("seed %d", seed).hasSize(1);
    assertThat(rules.all().getFirst().formulas()).as("seed %d", seed).containsExactly(formula);
  }

  /** The trap: a switch changes the past, too, so re-read intervals move to the new rule. */
  @Test
  void aChangedSwitchBeginsANewRuleFromTheEarliestIntervalReadAgain() {
    ServiceLevelRules before = ServiceLevelRules.NONE.learn(day(1, 0, ALL_ABANDONS)).rules();

    List<QueueInterval> readAgain = day(1, 0, NO_ABANDONS).subList(40, 48);
    Learned changed = before.learn(readAgain);
    assertThat(changed.rules().all()).hasSize(2);
    assertThat(changed.rules().all().getFirst()).isEqualTo(before.all().getFirst());
    ServiceLevelRule second = changed.rules().all().getLast();
    assertThat(second.formulas()).containsExactly(NO_ABANDONS);
    assertThat(second.validFrom()).isEqualTo(readAgain.getFirst().key().start());
    assertThat(changed.ruleId(second.validFrom())).contains("rule-0002");

    Learned dayAgain = changed.rules().learn(day(1, 0, NO_ABANDONS));
    assertThat(dayAgain.rules().all().getLast().validFrom())
        .as("reading the whole day again finds the new rule in all of it")
        .isEqualTo(START);
  }

  @Test
  void figuresThatNothingExplainsAreCountedAndBeginNoRule() {
    ServiceLevelRules known = ServiceLevelRules.NONE.learn(day(2, 0, ALL_ABANDONS)).rules();
    List<QueueInterval> read = new ArrayList<>(day(2, 48, ALL_ABANDONS));
    read.set(3, interval(51, 10, 2, 1, 0, 99));

    Learned learned = known.learn(read);

    assertThat(learned.unexplained()).isEqualTo(1);
    assertThat(learned.rules().all()).hasSize(1);
  }

  /** Two rules in one reading cannot be: a contradiction is not taken for a change. */
  @Test
  void aReadingThatContradictsItselfChangesNothing() {
    ServiceLevelRules known = ServiceLevelRules.NONE.learn(day(3, 0, ALL_ABANDONS)).rules();
    List<QueueInterval> read = new ArrayList<>(day(3, 48, ALL_ABANDONS));
    read.set(5, interval(53, 10, 5, 1, 3, 10));

    Learned learned = known.learn(read);

    assertThat(learned.rules().all()).hasSize(1);
    assertThat(learned.unexplained()).isEqualTo(1);
    assertThat(learned.ruleId(START.plusSeconds(1_800L * 53))).isEmpty();
  }

  private static List<QueueInterval> day(long seed, int first, ServiceLevelFormula formula) {
    Random random = new Random(seed);
    List<QueueInterval> day = new ArrayList<>();
    for (int slot = first; slot < first + 48; slot++) {
      long answered = random.nextInt(20);
      long shortAbandoned = random.nextInt(3);
      long abandoned = shortAbandoned + random.nextInt(4);
      long flowedOut = random.nextInt(4);
      IntervalFigures bare = figures(answered, abandoned, shortAbandoned, flowedOut, null);
      day.add(
          interval(
              slot, answered, abandoned, shortAbandoned, flowedOut, formula.denominator(bare)));
    }
    return day;
  }

  private static QueueInterval interval(
      int slot, long answered, long abandoned, long shortAbandoned, long flowedOut, long told) {
    return new QueueInterval(
        new IntervalKey("queue", "voice", "inbound", START.plusSeconds(1_800L * slot)),
        figures(answered, abandoned, shortAbandoned, flowedOut, told));
  }

  private static IntervalFigures figures(
      long answered,
      long abandoned,
      long shortAbandoned,
      long flowedOut,
      @Nullable Long denominator) {
    return IntervalFigures.builder()
        .metric(AggregateMetric.ANSWERED, answered, 0, 0)
        .metric(AggregateMetric.ABANDON, abandoned, 0, 0)
        .metric(AggregateMetric.SHORT_ABANDON, shortAbandoned, 0, 0)
        .metric(AggregateMetric.FLOW_OUT, flowedOut, 0, 0)
        .serviceLevel(0L, denominator)
        .build();
  }
}
