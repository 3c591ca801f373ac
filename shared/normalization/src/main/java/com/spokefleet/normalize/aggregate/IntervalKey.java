package com.spokefleet.normalize.aggregate;

import java.time.Instant;

/**
 * What the figures of an interval are about.
 *
 * @param mediaType {@code unknown} where Genesys names none
 * @param direction {@code unknown} where Genesys names none
 */
public record IntervalKey(String queueId, String mediaType, String direction, Instant start) {
  public static final String UNKNOWN = "unknown";
}
