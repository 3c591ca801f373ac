package com.spokefleet.ingest;

import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.genesys.http.RequestObserver;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Turns what happens on the wire into metrics of the dataset that is running. */
public final class RunObserver implements RequestObserver {
  private final Metrics metrics;
  private final String org;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicReference<Optional<Instant>> resumeAt =
      new AtomicReference<>(Optional.empty());
  private volatile String dataset = "none";

  public RunObserver(Metrics metrics, String org) {
    this.metrics = metrics;
    this.org = org;
  }

  void running(String datasetName) {
    dataset = datasetName;
  }

  /** A new run begins. */
  void begin() {
    resumeAt.set(Optional.empty());
  }

  /** When the org may be asked again, if this run put something off. */
  Optional<Instant> resumeAt() {
    return resumeAt.get();
  }

  long requests() {
    return requests.get();
  }

  @Override
  public void requestSent(GenesysRequest request) {
    requests.incrementAndGet();
    metrics.count(MetricName.API_REQUESTS, 1, dimensions());
  }

  @Override
  public void retried(GenesysRequest request, String reason, Duration wait) {
    metrics.count(MetricName.API_RETRIES, 1, dimensions().reason("fault"));
  }

  @Override
  public void throttled(GenesysRequest request, Duration wait) {
    metrics.count(MetricName.API_RETRIES, 1, dimensions().reason("throttled"));
    metrics.duration(MetricName.THROTTLED_TIME_MS, wait, dimensions());
  }

  @Override
  public void paced(GenesysRequest request, Duration wait) {
    metrics.duration(MetricName.THROTTLED_TIME_MS, wait, dimensions());
  }

  @Override
  public void putOff(GenesysRequest request, Instant until) {
    resumeAt.set(Optional.of(until));
  }

  private Dimensions dimensions() {
    return Dimensions.org(org).dataset(dataset);
  }
}
