package com.spokefleet.telemetry;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Values of a metric's dimensions, immutable: {@code Dimensions.org("emea").dataset("queues")}.
 *
 * <p>Every distinct combination is a metric of its own that is paid for, so values come from small
 * fixed vocabularies, never from ids or messages.
 */
public record Dimensions(Map<Dimension, String> values) {
  public Dimensions {
    EnumMap<Dimension, String> ordered = new EnumMap<>(Dimension.class);
    ordered.putAll(values);
    values = Collections.unmodifiableMap(ordered);
  }

  public static Dimensions none() {
    return new Dimensions(Map.of());
  }

  public static Dimensions org(String spokeName) {
    return none().with(Dimension.ORG, spokeName);
  }

  public Dimensions dataset(String dataset) {
    return with(Dimension.DATASET, dataset);
  }

  public Dimensions table(String table) {
    return with(Dimension.TABLE, table);
  }

  public Dimensions destination(String destination) {
    return with(Dimension.DESTINATION, destination);
  }

  public Dimensions reason(String reason) {
    return with(Dimension.REASON, reason);
  }

  private Dimensions with(Dimension dimension, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("Cannot measure by an empty " + dimension.key());
    }
    EnumMap<Dimension, String> extended = new EnumMap<>(Dimension.class);
    extended.putAll(values);
    extended.put(dimension, value);
    return new Dimensions(extended);
  }
}
