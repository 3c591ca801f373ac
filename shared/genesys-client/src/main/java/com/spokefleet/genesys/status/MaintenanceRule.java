package com.spokefleet.genesys.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a maintenance is believed. Alarms keep still during one, so one that nobody took off the
 * page must not silence them for ever.
 */
final class MaintenanceRule {
  /** A window may take that much longer than announced. */
  static final Duration OVERRUN = Duration.ofHours(2);

  /** What is under maintenance without an announced end may be so that long. */
  static final Duration UNANNOUNCED = Duration.ofDays(1);

  private final List<Notice> underWay;
  private final Instant now;

  MaintenanceRule(List<Notice> underWay, Instant now) {
    this.underWay = underWay;
    this.now = now;
  }

  /** One without an end is believed as long as it is on the page. */
  boolean isBelieved(Notice maintenance) {
    return maintenance.until().map(end -> end.plus(OVERRUN).isAfter(now)).orElse(true);
  }

  boolean isBelieved(Component component) {
    List<Notice> itsOwn =
        underWay.stream().filter(notice -> notice.components().contains(component.id())).toList();
    if (!itsOwn.isEmpty()) {
      return itsOwn.stream().anyMatch(this::isBelieved);
    }
    return component.updatedAt().map(since -> since.plus(UNANNOUNCED).isAfter(now)).orElse(true);
  }
}
