package com.spokefleet.normalize.row;

import com.spokefleet.normalize.aggregate.IntervalFigures;
import com.spokefleet.normalize.aggregate.IntervalKey;
import org.jspecify.annotations.Nullable;

/**
 * What one queue did in one medium, direction and half hour, by the moment at which figures were
 * emitted.
 *
 * @param time of the interval's start
 * @param targetPercent of the queue's own service level
 * @param serviceLevelNumerator Genesys' own, at the queue's own target and under the org's own rule
 * @param serviceLevelRuleId the rule the two follow; null where there is no service level
 * @param standardThresholdMs of the fleet's service level, which the counts beside it are for
 */
public record QueueIntervalRow(
    String orgId,
    IntervalKey key,
    String queueKey,
    StartDay time,
    @Nullable Double targetPercent,
    @Nullable Long serviceLevelNumerator,
    @Nullable Long serviceLevelDenominator,
    @Nullable String serviceLevelRuleId,
    long standardThresholdMs,
    long standardShortAbandonMs,
    long answeredWithinStandard,
    long abandonedWithinShort,
    IntervalFigures figures) {}
