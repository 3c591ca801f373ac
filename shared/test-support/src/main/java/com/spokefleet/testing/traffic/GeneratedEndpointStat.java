package com.spokefleet.testing.traffic;

/** Voice quality of a leg; the instant is epoch milliseconds. */
public record GeneratedEndpointStat(
    String codec,
    long eventTime,
    long maxLatencyMs,
    double minMos,
    double minRFactor,
    long packets) {}
