package com.spokefleet.genesys.aggregate;

import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.IntervalFigures;
import com.spokefleet.normalize.aggregate.WithinView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one reply tells of one group and half hour. */
final class Bucket {
  private final Instant start;
  private final List<MetricStats> metrics = new ArrayList<>(20);
  private final List<ViewCount> views = new ArrayList<>(10);
  private @Nullable Stats serviceLevel;
  private @Nullable Double targetShare;

  private record MetricStats(AggregateMetric metric, Stats stats) {}

  private record ViewCount(WithinView view, long count) {}

  Bucket(Instant start) {
    this.start = start;
  }

  Instant start() {
    return start;
  }

  void metric(AggregateMetric metric, Stats stats) {
    metrics.add(new MetricStats(metric, stats));
  }

  void view(WithinView view, Stats stats) {
    views.add(new ViewCount(view, stats.count()));
  }

  void serviceLevel(Stats stats) {
    serviceLevel = stats;
    if (stats.target() != null) {
      targetShare = stats.target();
    }
  }

  void serviceTarget(Stats stats) {
    if (stats.current() != null) {
      targetShare = stats.current();
    }
  }

  void addTo(IntervalFigures.Builder figures) {
    for (MetricStats told : metrics) {
      Stats stats = told.stats();
      figures.metric(told.metric(), stats.count(), stats.sum(), stats.max());
    }
    for (ViewCount told : views) {
      figures.within(told.view(), told.count());
    }
    if (serviceLevel != null) {
      figures.serviceLevel(serviceLevel.numerator(), serviceLevel.denominator());
    }
    if (targetShare != null) {
      figures.targetShare(targetShare);
    }
  }
}
