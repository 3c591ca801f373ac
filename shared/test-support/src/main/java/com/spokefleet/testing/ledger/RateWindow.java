package com.spokefleet.testing.ledger;

import java.time.Instant;

/**
 * What one token spent in one of its windows of a minute, as the rate limit counts it.
 *
 * @param token the how-manieth that was issued, from 1
 */
public record RateWindow(long token, Instant start, int requests) {}
