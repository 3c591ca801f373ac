package com.spokefleet.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.spokefleet.infra.cost.Assumptions.PerWork;
import com.spokefleet.telemetry.MetricName;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The arithmetic of the bill, worked out by hand for a small org. */
final class MonthlyCostTest {
  /** Hourly; 2,048 MB, 1.5 GB of /tmp; one stream of 512 MB, called every 20 s. */
  private static final DeployedOrg ORG =
      new DeployedOrg(60, 2_048, 1_536, 512, 1, 20, 1_000_000, 60, 10, 4, 7, 2, 1, 1, 1, 30);

  /** 2,400 conversations a day, 100 an hour; 2 events each and 200 more, 5,000 events of 6 kB. */
  private static final Assumptions ASSUMED =
      new Assumptions(
          2_400,
          2,
          200,
          6_000,
          10,
          0,
          9,
          0.5,
          4,
          100,
          0.1,
          1_000,
          1,
          100,
          10,
          true,
          new PerWork(5, 10, 20, 30, 2, 1_000, 3, 500, 4, 400));

  private final MonthlyCost cost = MonthlyCost.of(ORG, ASSUMED);

  /** 720 runs of 10 s: 4 s, 10 requests of 0.5 s (1 of details), 100 conversations in 1 s. */
  @Test
  void ingestion() {
    assertThat(ORG.runs()).isEqualTo(720);
    assertThat(ASSUMED.secondsOfRun(60)).isEqualTo(10);
    // 7,200 s of 2 GB; 1 GB of /tmp is billed.
    assertUnits("Lambda: ingestion", 14_400);
    assertUnits("Lambda: its /tmp", 7_200);
    assertThat(cost.item("Lambda: ingestion").dollars(1)).isEqualTo("0.19");
    assertThat(cost.item("Lambda: ingestion").dollars(100)).isEqualTo("19.20");
    assertUnits("Scheduler", 0.000720);
    assertUnits("S3: writing and listing", 3.6);
    assertUnits("S3: reading", 7.2);
    assertUnits("DynamoDB: writing", 0.0144);
    assertUnits("DynamoDB: reading", 0.0216);
    assertUnits("EventBridge: landed partitions", 0.00144);
  }

  /** 150,000 events a month, each billed as 10,240 bytes; 1,080,000 busy seconds. */
  @Test
  void events() {
    assertUnits("EventBridge: partner's events", 0.15);
    assertUnits("Firehose", 1.536);
    assertUnits("Transfer to the SIEMs", 0.9);
    assertUnits("EventBridge: archiving", 0.9);
    assertUnits("EventBridge: archive", 0.3);
    // 54,000 calls of 0.1 s and 0.5 GB, for the buffers are never full: 900 of them would be.
    assertUnits("Lambda: transformations", 2_700);
    assertUnits("Lambda: calls", 0.05472);
    assertUnits("X-Ray", 0.05472);
    // 720 × 1,000 and 54,000 × 500 bytes.
    assertUnits("CloudWatch: logs", 0.02772);
    // 720 × 3, and 18,000 deliveries × 4.
    assertUnits("KMS: requests", 74.16);
  }

  @Test
  void fullBuffersCallMoreOften() {
    DeployedOrg small =
        new DeployedOrg(60, 2_048, 1_536, 512, 1, 20, 6_000, 60, 10, 4, 7, 2, 1, 1, 1, 30);
    // Each event is a buffer.
    assertThat(MonthlyCost.of(small, ASSUMED).item("Lambda: transformations").unitsPerOrg())
        .isCloseTo(150_000 * 0.05, within(1e-6));
  }

  /** 2.4 MB a day in the big tables, twice that in all. */
  @Test
  void lake() {
    assertUnits("S3: the lake", 0.48);
    // 2.4 MB, 24 times a day, for 30 days.
    assertUnits("S3: old versions", 1.728);
    // 2,400 × 400 bytes × 10 days, read 30 times.
    assertUnits("Athena: a daily extract", 0.000288);
  }

  @Test
  void whatIsThereWhetherItWorksOrNot() {
    assertThat(cost.item("CloudWatch: alarms").dollars(10)).isEqualTo("7.00");
    assertThat(cost.item("CloudWatch: dashboard").dollars(100)).isEqualTo("3.00");
    assertThat(cost.item("KMS: keys").dollars(10)).isEqualTo("21.00");
    assertThat(cost.item("Secrets Manager").dollars(10)).isEqualTo("4.40");
  }

  @Test
  void totalIsTheSumOfCents() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Item item : cost.items()) {
      sum = sum.add(item.dollars(10));
    }
    assertThat(cost.total(10)).isEqualTo(sum).hasScaleOf(2);
  }

  @Test
  void manyMetricsCostLess() {
    assertThat(Price.METRIC.of(10_000)).isEqualTo(3_000);
    assertThat(Price.METRIC.of(10_010)).isEqualTo(3_001);
    assertThat(Price.ALARM_METRIC.of(20_000)).isEqualTo(2_000);
  }

  @Test
  void aRecordIsBilledInStepsOfFiveKilobytes() {
    assertThat(MonthlyCost.billed(1)).isEqualTo(5_120);
    assertThat(MonthlyCost.billed(5_120)).isEqualTo(5_120);
    assertThat(MonthlyCost.billed(5_121)).isEqualTo(10_240);
  }

  @Test
  void metricsAreBilledForTheHoursInWhichTheyAreTold() {
    assertThat(new MetricSeries(12, 1).billed()).isEqualTo(0.5);
    assertThat(MetricSeries.of(MetricName.EVENTS_RECEIVED, 3, true).billed()).isEqualTo(3);
    assertThat(MetricSeries.ofOrg(2, true) - MetricSeries.ofOrg(1, true))
        .isCloseTo(1 + 1 + 2 + 1 / 24.0, within(1e-9));
    // Two each of requests, times, quarantine, fields; five of their own; the age of audits.
    // An hour a day: two failures, four repetitions, two waits, one query.
    assertThat(MetricSeries.ofOrg(1, true) - MetricSeries.ofOrg(1, false))
        .isCloseTo(8 + 5 + 1 + 9 / 24.0, within(1e-9));
  }

  @Test
  void pricesReadAsPrices() {
    assertThat(Price.METRIC.text()).isEqualTo("$0.30");
    assertThat(Price.DASHBOARD.text()).isEqualTo("$3.00");
    assertThat(Price.STORAGE_GIGABYTE_MONTH.text()).isEqualTo("$0.0245");
    assertThat(Price.FUNCTION_GIGABYTE_SECOND.text()).isEqualTo("$0.0000133334");
  }

  @Test
  void templatesWithoutAnOrgAreNoCostOfNothing() {
    assertThatThrownBy(() -> DeployedOrg.of(Path.of("example"), "nobody", name -> true))
        .hasMessageContaining("nobody");
  }

  private void assertUnits(String item, double units) {
    assertThat(cost.item(item).unitsPerOrg()).as(item).isCloseTo(units, within(1e-9));
  }
}
