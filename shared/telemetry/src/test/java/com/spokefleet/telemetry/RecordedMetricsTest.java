package com.spokefleet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordedMetricsTest {
  private final RecordedMetrics metrics = new RecordedMetrics();

  @Test
  void sumsOverTheDimensionsThatAreNotAskedFor() {
    metrics.count(MetricName.API_REQUESTS, 1, Dimensions.org("emea").dataset("queues"));
    metrics.count(MetricName.API_REQUESTS, 2, Dimensions.org("emea").dataset("users"));
    metrics.count(MetricName.API_REQUESTS, 4, Dimensions.org("amer").dataset("users"));

    assertThat(metrics.sum(MetricName.API_REQUESTS, Dimensions.none())).isEqualTo(7);
    assertThat(metrics.sum(MetricName.API_REQUESTS, Dimensions.org("emea"))).isEqualTo(3);
    assertThat(metrics.sum(MetricName.QUARANTINED, Dimensions.none())).isZero();
  }

  @Test
  void tellsTheLatestValueOrThatThereIsNone() {
    Dimensions queues = Dimensions.org("emea").dataset("queues");
    metrics.gauge(MetricName.DATA_AGE_MS, 5, queues);
    metrics.gauge(MetricName.DATA_AGE_MS, 3, queues);
    metrics.duration(MetricName.TICK_TIME_MS, Duration.ofSeconds(2), queues);
    metrics.flush();

    assertThat(metrics.latest(MetricName.DATA_AGE_MS, Dimensions.org("emea"))).hasValue(3);
    assertThat(metrics.latest(MetricName.TICK_TIME_MS, queues)).hasValue(2_000);
    assertThat(metrics.latest(MetricName.DATA_AGE_MS, Dimensions.org("amer"))).isEmpty();
    assertThat(metrics.measurements()).hasSize(3);
  }
}
