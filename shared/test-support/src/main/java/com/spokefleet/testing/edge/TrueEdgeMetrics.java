package com.spokefleet.testing.edge;

import java.time.Instant;

/**
 * What one Edge measured at one moment, as the generator decided. Percentages are whole; memory of
 * type virtual is 0 of 0 throughout.
 */
public record TrueEdgeMetrics(
    String edgeId,
    Instant at,
    long upTimeMillis,
    int processors,
    long activePercent,
    long memoryAvailable,
    long memoryTotal,
    long firstDiskAvailable,
    long secondDiskAvailable,
    long diskTotal,
    long sentBytesPerSecond,
    long receivedBytesPerSecond,
    long delayMillis) {}
