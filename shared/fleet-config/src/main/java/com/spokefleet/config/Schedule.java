package com.spokefleet.config;

import java.time.Duration;

/**
 * How often and how far an org is read.
 *
 * @param period time between two ticks
 * @param overlap how far behind its watermark a tick reads again
 * @param lookback how many start days a tick's query spans; at most 7, the API's limit
 * @param historyDays how many days back the first run goes
 * @param backfillPercent share of the org's request limit that a backfill may use
 */
public record Schedule(
    Duration period, Duration overlap, Duration lookback, int historyDays, int backfillPercent) {}
