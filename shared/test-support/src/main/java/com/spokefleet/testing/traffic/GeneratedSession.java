package com.spokefleet.testing.traffic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One communication leg of a participant. */
public final class GeneratedSession {
  private final String id;
  private final @Nullable String peerId;
  private final String mediaType;
  private final String direction;
  private final Attributes attributes = new Attributes();
  private final List<GeneratedMetric> metrics = new ArrayList<>(10);
  private final List<GeneratedSegment> segments = new ArrayList<>(5);
  private final List<GeneratedEndpointStat> endpointStats = new ArrayList<>(2);
  private @Nullable GeneratedFlow flow;

  GeneratedSession(String id, @Nullable String peerId, String mediaType, String direction) {
    this.id = id;
    this.peerId = peerId;
    this.mediaType = mediaType;
    this.direction = direction;
  }

  GeneratedSession with(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  GeneratedSession metric(String name, long value, long emitted) {
    metrics.add(new GeneratedMetric(name, value, emitted));
    return this;
  }

  GeneratedSegment segment(String type, long start, long end, @Nullable String queueId) {
    GeneratedSegment segment = new GeneratedSegment(type, start, end, queueId);
    segments.add(segment);
    return segment;
  }

  void ran(GeneratedFlow value) {
    flow = value;
  }

  void measured(GeneratedEndpointStat stat) {
    endpointStats.add(stat);
  }

  /** Adds to the last metric of that name, or emits one where there was none. */
  void increase(String metric, long more, long emitted) {
    for (int index = metrics.size() - 1; index >= 0; index--) {
      if (metrics.get(index).name().equals(metric)) {
        metrics.set(index, metrics.get(index).plus(more));
        return;
      }
    }
    metric(metric, more, emitted);
  }

  /** Moves the emission of the metrics emitted at {@code from}. */
  void emitLater(long from, long delay) {
    metrics.replaceAll(
        metric ->
            metric.emitted() == from
                ? new GeneratedMetric(metric.name(), metric.value(), from + delay)
                : metric);
  }

  public String id() {
    return id;
  }

  public @Nullable String peerId() {
    return peerId;
  }

  public String mediaType() {
    return mediaType;
  }

  public String direction() {
    return direction;
  }

  public Attributes attributes() {
    return attributes;
  }

  public List<GeneratedMetric> metrics() {
    return metrics;
  }

  public List<GeneratedSegment> segments() {
    return segments;
  }

  public List<GeneratedEndpointStat> endpointStats() {
    return endpointStats;
  }

  public @Nullable GeneratedFlow flow() {
    return flow;
  }
}
