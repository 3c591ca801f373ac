package com.spokefleet.config;

import java.time.Duration;

/**
 * The fleet's own service level: this share of interactions answered within this time.
 *
 * @param shortAbandon who gave up after at most this does not count at all; zero: everybody counts
 */
public record ServiceLevelStandard(int percent, Duration threshold, Duration shortAbandon) {}
