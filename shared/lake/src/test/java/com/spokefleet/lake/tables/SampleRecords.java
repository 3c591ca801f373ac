package com.spokefleet.lake.tables;

import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.IntervalFigures;
import com.spokefleet.normalize.conversation.Metric;
import com.spokefleet.normalize.figure.Figures;
import com.spokefleet.normalize.figure.InvalidMetricException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records with a value in every component, or with null wherever null is allowed. */
final class SampleRecords {
  private final boolean withNulls;

  private SampleRecords(boolean withNulls) {
    this.withNulls = withNulls;
  }

  /** Every component has a value; texts are their own component's name. */
  static <R> R full(Class<R> type) throws ReflectiveOperationException {
    return new SampleRecords(false).make(type);
  }

  /** Every component that may be null is. */
  static <R> R sparse(Class<R> type) throws ReflectiveOperationException {
    return new SampleRecords(true).make(type);
  }

  private <R> R make(Class<R> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int index = 0; index < components.length; index++) {
      types[index] = components[index].getType();
      boolean nullable = components[index].getAnnotatedType().isAnnotationPresent(Nullable.class);
      values[index] = nullable && withNulls ? null : sample(components[index]);
    }
    Constructor<R> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private Object sample(RecordComponent component) throws ReflectiveOperationException {
    Class<?> type = component.getType();
    if (type == String.class) {
      return component.getName();
    }
    if (type == long.class || type == Long.class) {
      return 7L;
    }
    if (type == Double.class) {
      return 4.25;
    }
    if (type == Boolean.class) {
      return true;
    }
    if (type == Instant.class) {
      return Instant.parse("2026-11-10T14:00:00.123456Z");
    }
    if (type == LocalDate.class) {
      return LocalDate.of(2026, 11, 10);
    }
    if (type == BigDecimal.class) {
      return new BigDecimal("1.25");
    }
    if (type == Currency.class) {
      return Currency.getInstance("EUR");
    }
    if (type == Figures.class) {
      return figures();
    }
    if (type == IntervalFigures.class) {
      return intervalFigures(withNulls ? 0 : 3);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return make(type);
  }

  private static IntervalFigures intervalFigures(long each) {
    IntervalFigures.Builder figures = IntervalFigures.builder();
    for (AggregateMetric metric : AggregateMetric.values()) {
      figures.metric(metric, each, each, each);
    }
    return figures.build();
  }

  private static Figures figures() {
    try {
      return Figures.of(List.of(new Metric("tAnswered", 9_000, null)));
    } catch (InvalidMetricException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
