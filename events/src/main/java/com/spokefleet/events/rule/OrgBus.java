package com.spokefleet.events.rule;

import java.util.regex.Pattern;

/**
 * The event bus of one org.
 *
 * @param eventSource name of the partner event source, which is the bus's name and the {@code
 *     source} of its events: {@code aws.partner/genesys.com/cloud/<orgId>/<suffix>}
 * @param metricsOnly whether nothing about a conversation may leave the org
 * @param immediate whether conversations are read as soon as they end
 */
public record OrgBus(String eventSource, boolean metricsOnly, boolean immediate) {
  private static final Pattern EVENT_SOURCE =
      Pattern.compile(
          "aws\\.partner/genesys\\.com(?:\\.test)?/cloud/[0-9A-Fa-f-]{36}/[A-Za-z0-9._-]{1,64}");

  public OrgBus {
    if (!EVENT_SOURCE.matcher(eventSource).matches()) {
      throw new IllegalArgumentException(
          "Cannot route events of "
              + eventSource
              + ": not aws.partner/genesys.com/cloud/<orgId>/<suffix>");
    }
    if (metricsOnly && immediate) {
      throw new IllegalArgumentException(
          "Cannot read conversations of "
              + eventSource
              + " at once: its residency is metrics-only");
    }
  }

  /** All that comes before the suffix, which is whatever the integration was called. */
  String orgPrefix() {
    return eventSource.substring(0, eventSource.lastIndexOf('/') + 1);
  }
}
