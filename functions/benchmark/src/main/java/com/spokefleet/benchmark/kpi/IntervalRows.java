package com.spokefleet.benchmark.kpi;

import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.IntervalFigures;
import com.spokefleet.normalize.aggregate.IntervalKey;
import com.spokefleet.normalize.aggregate.WithinLadder;
import com.spokefleet.normalize.aggregate.WithinView;
import com.spokefleet.normalize.row.QueueIntervalRow;
import com.spokefleet.normalize.row.StartDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Believable half hours of an org's queues: voice from 07:00 to 19:00 UTC, fewer contacts on
 * weekends, most of them answered in time. The same org and day always give the same rows.
 */
record IntervalRows(int org, int queues) {
  private static final int FIRST_HALF_HOUR = 14;
  private static final int LAST_HALF_HOUR = 37;
  private static final long STANDARD_MS = 30_000;

  String orgId() {
    return new UUID(0x0b0b_0000_0000_4000L, Long.MIN_VALUE | org).toString();
  }

  /** The rows of one day in key order. */
  void ofDay(LocalDate day, Consumer<QueueIntervalRow> rows) {
    for (int queue = 0; queue < queues; queue++) {
      String queueId = new UUID(0x9e9e_0000_0000_4000L | queue, Long.MIN_VALUE | org).toString();
      SplittableRandom random =
          new SplittableRandom(org * 1_000_003L + queue * 31L + day.toEpochDay());
      for (int half = FIRST_HALF_HOUR; half <= LAST_HALF_HOUR; half++) {
        Instant start =
            day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofMinutes(30L * half));
        rows.accept(row(new IntervalKey(queueId, "voice", "inbound", start), day, random));
      }
    }
  }

  private QueueIntervalRow row(IntervalKey key, LocalDate day, SplittableRandom random) {
    boolean weekend = day.getDayOfWeek().getValue() > 5;
    long offered = 1 + random.nextInt(weekend ? 8 : 40);
    long abandoned = random.nextLong(1 + offered / 8);
    long answered = offered - abandoned;
    long inTime = answered - random.nextLong(1 + answered / 4);
    IntervalFigures.Builder figures = IntervalFigures.builder();
    figures.metric(AggregateMetric.OFFERED, offered, 0, 0);
    figures.metric(AggregateMetric.CONNECTED, answered, 0, 0);
    figures.metric(AggregateMetric.OVER_SLA, answered - inTime, 0, 0);
    timer(figures, AggregateMetric.ANSWERED, answered, 18_000, random);
    timer(figures, AggregateMetric.ACD, offered, 20_000, random);
    timer(figures, AggregateMetric.WAIT, offered, 21_000, random);
    timer(figures, AggregateMetric.ABANDON, abandoned, 45_000, random);
    timer(figures, AggregateMetric.ALERT, answered, 4_000, random);
    timer(figures, AggregateMetric.TALK, answered, 240_000, random);
    timer(figures, AggregateMetric.TALK_COMPLETE, answered, 250_000, random);
    timer(figures, AggregateMetric.HELD, answered / 4, 30_000, random);
    timer(figures, AggregateMetric.ACW, answered, 40_000, random);
    timer(figures, AggregateMetric.HANDLE, answered, 300_000, random);
    for (Duration step : WithinLadder.steps()) {
      long share = Math.min(100, step.toSeconds() * 100 / 45);
      figures.within(
          WithinView.of(AggregateMetric.ANSWERED, step.toMillis()), answered * share / 100);
      figures.within(
          WithinView.of(AggregateMetric.ABANDON, step.toMillis()), abandoned * share / 100);
    }
    return new QueueIntervalRow(
        orgId(),
        key,
        orgId() + ":" + key.queueId(),
        StartDay.of(key.start(), ZoneOffset.UTC),
        80.0,
        inTime,
        answered + abandoned,
        "rule",
        STANDARD_MS,
        0,
        inTime,
        0,
        figures.build());
  }

  private static void timer(
      IntervalFigures.Builder figures,
      AggregateMetric metric,
      long count,
      long typicalMs,
      SplittableRandom random) {
    long sum = 0;
    long maximum = 0;
    for (long index = 0; index < count; index++) {
      long value = typicalMs / 2 + random.nextLong(typicalMs);
      sum += value;
      maximum = Math.max(maximum, value);
    }
    if (count > 0) {
      figures.metric(metric, count, sum, maximum);
    }
  }
}
