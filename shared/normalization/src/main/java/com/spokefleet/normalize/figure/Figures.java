package com.spokefleet.normalize.figure;

import com.spokefleet.normalize.conversation.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The additive figures of a leg or of a whole conversation; a figure that no metric speaks of is 0.
 * Immutable.
 */
public final class Figures {
  /** The figures of no legs at all. */
  public static final Figures NONE = new Figures(new long[Figure.values().length]);

  private static final long LONGEST_MS = Duration.ofDays(3650).toMillis();
  private static final Map<String, List<Figure>> FIGURES_OF_METRIC =
      Stream.of(Figure.values()).collect(Collectors.groupingBy(Figure::metric));

  private static final Set<Figure> WORK =
      EnumSet.of(
          Figure.OFFERED,
          Figure.ANSWERED,
          Figure.ABANDONED,
          Figure.FLOW_OUT,
          Figure.NOT_RESPONDING,
          Figure.TALKED,
          Figure.WRAPPED_UP,
          Figure.HANDLED);

  private final long[] values;

  private Figures(long[] values) {
    this.values = values;
  }

  /**
   * Reads a leg's figures. Repeated metrics add up. Talk and hold are taken from tTalkComplete and
   * tHeldComplete, one per leg, which is what Genesys' own averages divide by; a leg without them
   * (still open, or cut off by an error) falls back to the stretches tTalk and tHeld, counted as
   * one leg. The two never add up together, for they measure the same time.
   *
   * @throws InvalidMetricException if a value is negative or longer than ten years
   */
  public static Figures of(List<Metric> metrics) throws InvalidMetricException {
    long[] values = new long[NONE.values.length];
    for (Metric metric : metrics) {
      List<Figure> figures = FIGURES_OF_METRIC.get(metric.name());
      if (figures != null) {
        requirePossible(metric);
        for (Figure figure : figures) {
          values[figure.ordinal()] += figure.contribution(metric.value());
        }
      }
    }
    fallBackToStretches(metrics, "tTalk", Figure.TALKED, Figure.TALK_MS, values);
    fallBackToStretches(metrics, "tHeld", Figure.HELD, Figure.HELD_MS, values);
    return new Figures(values);
  }

  /**
   * Whether these are the figures of a leg where a queue or a person worked, whatever its purpose
   * is called.
   */
  public boolean showWork() {
    for (Figure figure : WORK) {
      if (has(figure)) {
        return true;
      }
    }
    return false;
  }

  private static void fallBackToStretches(
      List<Metric> metrics, String stretch, Figure legs, Figure milliseconds, long[] values)
      throws InvalidMetricException {
    if (values[legs.ordinal()] > 0) {
      return;
    }
    for (Metric metric : metrics) {
      if (metric.name().equals(stretch)) {
        requirePossible(metric);
        values[legs.ordinal()] = 1;
        values[milliseconds.ordinal()] += metric.value();
      }
    }
  }

  private static void requirePossible(Metric metric) throws InvalidMetricException {
    if (metric.value() < 0 || metric.value() > LONGEST_MS) {
      throw new InvalidMetricException(metric.name(), metric.value());
    }
  }

  public long get(Figure figure) {
    return values[figure.ordinal()];
  }

  /** Whether the event the figure counts happened at all. */
  public boolean has(Figure figure) {
    return get(figure) > 0;
  }

  public Figures plus(Figures other) {
    long[] sum = values.clone();
    for (int index = 0; index < sum.length; index++) {
      sum[index] += other.values[index];
    }
    return new Figures(sum);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Figures figures && Arrays.equals(values, figures.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Only the figures that are not 0. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      if (has(figure)) {
        parts.add(figure + "=" + get(figure));
      }
    }
    return parts.toString();
  }
}
