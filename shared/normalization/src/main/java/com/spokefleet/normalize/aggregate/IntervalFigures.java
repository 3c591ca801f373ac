package com.spokefleet.normalize.aggregate;

import com.spokefleet.normalize.aggregate.AggregateMetric.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one interval. A metric that Genesys leaves out had no data: its count and sum are
 * 0 and it has no maximum. Immutable, and compact because a day of a large org has many.
 */
public final class IntervalFigures {
  private final long[] counts;
  private final long[] sums;
  private final long[] maxima;
  private final Map<WithinView, Long> within;
  private final @Nullable ServiceLevelFigures serviceLevel;

  private IntervalFigures(Builder builder) {
    this.counts = builder.counts;
    this.sums = builder.sums;
    this.maxima = builder.maxima;
    this.within = Map.copyOf(builder.within);
    this.serviceLevel = builder.serviceLevel();
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Genesys' service level at the queue's own target.
   *
   * @param targetShare share of 1 to be answered in time
   */
  public record ServiceLevelFigures(
      @Nullable Long numerator, @Nullable Long denominator, @Nullable Double targetShare) {}

  /** For a counter, how often; for others, how many values there were. */
  public long count(AggregateMetric metric) {
    return counts[metric.ordinal()];
  }

  /** Milliseconds for a timer. */
  public long sum(AggregateMetric metric) {
    return sums[metric.ordinal()];
  }

  /** Null without data. */
  public @Nullable Long maximum(AggregateMetric metric) {
    return counts[metric.ordinal()] == 0 ? null : maxima[metric.ordinal()];
  }

  /** How many values of the view's metric are within its bound; 0 where nobody asked. */
  public long within(WithinView view) {
    return within.getOrDefault(view, 0L);
  }

  public @Nullable ServiceLevelFigures serviceLevel() {
    return serviceLevel;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntervalFigures figures
        && Arrays.equals(counts, figures.counts)
        && Arrays.equals(sums, figures.sums)
        && Arrays.equals(maxima, figures.maxima)
        && within.equals(figures.within)
        && Objects.equals(serviceLevel, figures.serviceLevel);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts) * 31 + Arrays.hashCode(sums);
  }

  /** Only what is not 0. */
  @Override
  public String toString() {
    Map<String, Long> told = new TreeMap<>();
    for (AggregateMetric metric : AggregateMetric.values()) {
      if (count(metric) != 0) {
        told.put(metric.apiName(), count(metric));
      }
    }
    return told + " " + serviceLevel;
  }

  /** Takes the answers to several queries about the same interval. */
  public static final class Builder {
    private final long[] counts = new long[AggregateMetric.values().length];
    private final long[] sums = new long[AggregateMetric.values().length];
    private final long[] maxima = new long[AggregateMetric.values().length];
    private final Map<WithinView, Long> within = new TreeMap<>(Builder::byName);
    private @Nullable Long numerator;
    private @Nullable Long denominator;
    private @Nullable Double targetShare;

    private Builder() {}

    private static int byName(WithinView left, WithinView right) {
      return left.name().compareTo(right.name());
    }

    /** Sum and maximum of a counter are not kept. */
    public Builder metric(AggregateMetric metric, long count, long sum, long maximum) {
      counts[metric.ordinal()] = count;
      boolean counter = metric.kind() == Kind.COUNTER;
      sums[metric.ordinal()] = counter ? 0 : sum;
      maxima[metric.ordinal()] = counter || !metric.hasMaximum() ? 0 : maximum;
      return this;
    }

    public Builder within(WithinView view, long count) {
      within.put(view, count);
      return this;
    }

    public Builder serviceLevel(@Nullable Long ofNumerator, @Nullable Long ofDenominator) {
      numerator = ofNumerator;
      denominator = ofDenominator;
      return this;
    }

    public Builder targetShare(@Nullable Double share) {
      targetShare = share;
      return this;
    }

    /** To be called once: the figures take the builder's numbers over. */
    public IntervalFigures build() {
      return new IntervalFigures(this);
    }

    private @Nullable ServiceLevelFigures serviceLevel() {
      return numerator == null && denominator == null && targetShare == null
          ? null
          : new ServiceLevelFigures(numerator, denominator, targetShare);
    }
  }
}
