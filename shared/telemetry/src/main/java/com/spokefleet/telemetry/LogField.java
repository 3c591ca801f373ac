package com.spokefleet.telemetry;

import java.time.Instant;

/**
 * One named value of a log line: text, number, boolean or instant, so that a payload, a page or a
 * record cannot be logged by accident.
 */
public sealed interface LogField {
  String name();

  static LogField of(String name, String value) {
    return new Text(name, value);
  }

  static LogField of(String name, long value) {
    return new WholeNumber(name, value);
  }

  static LogField of(String name, double value) {
    return new RealNumber(name, value);
  }

  static LogField of(String name, boolean value) {
    return new Flag(name, value);
  }

  static LogField of(String name, Instant value) {
    return new Time(name, value);
  }

  static LogField org(String spokeName) {
    return of("org", spokeName);
  }

  static LogField dataset(String dataset) {
    return of("dataset", dataset);
  }

  static LogField failure(FailureKind kind) {
    return of("failure", kind.name());
  }

  record Text(String name, String value) implements LogField {}

  record WholeNumber(String name, long value) implements LogField {}

  record RealNumber(String name, double value) implements LogField {}

  record Flag(String name, boolean value) implements LogField {}

  record Time(String name, Instant value) implements LogField {}
}
