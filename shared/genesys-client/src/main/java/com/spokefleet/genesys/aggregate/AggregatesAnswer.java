package com.spokefleet.genesys.aggregate;

import com.spokefleet.normalize.aggregate.QueueInterval;
import java.util.List;

/**
 * Everything the aggregates tell of a window.
 *
 * @param intervals those with data, each queue, medium, direction and half hour once
 * @param unknown fields, metrics and views nobody told us about; they are counted and left out
 * @param withoutQueue groups that belong to no queue; they are left out
 */
public record AggregatesAnswer(List<QueueInterval> intervals, long unknown, long withoutQueue) {}
