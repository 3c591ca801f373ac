package com.spokefleet.siem.dashboard;

import java.util.Optional;

/**
 * One figure, or one for each value of a field.
 *
 * @param name for the legend
 * @param when which events of the source, in the language of detections; empty for all
 * @param by a field whose values are told apart
 */
public record Series(
    String name, Source source, String when, Measure measure, Optional<String> by, Axis axis) {
  /** Side of a timeline that has its scale. */
  public enum Axis {
    LEFT,
    RIGHT
  }

  /** All of the source. */
  public static Series of(String name, Source source, Measure measure) {
    return new Series(name, source, "", measure, Optional.empty(), Axis.LEFT);
  }

  /** Only such events. */
  public Series when(String predicate) {
    return new Series(name, source, predicate, measure, by, axis);
  }

  /** Each value of the field apart. */
  public Series by(String field) {
    return new Series(name, source, when, measure, Optional.of(field), axis);
  }

  /** Under another name. */
  public Series named(String other) {
    return new Series(other, source, when, measure, by, axis);
  }

  /** With a scale of its own. */
  public Series onTheRight() {
    return new Series(name, source, when, measure, by, Axis.RIGHT);
  }
}
