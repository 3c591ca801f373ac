package com.spokefleet.genesys.aggregate;

import java.time.Duration;

/**
 * How much one query may ask for.
 *
 * @param viewsPerQuery Genesys allows 10
 * @param longestInterval of one query; Genesys' own maximum is not known, so a query that is
 *     refused for its size is asked again in halves
 */
public record AggregatesLimits(int viewsPerQuery, Duration longestInterval) {
  public static final AggregatesLimits STANDARD = new AggregatesLimits(10, Duration.ofDays(1));
}
