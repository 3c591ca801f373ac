package com.spokefleet.genesys.aggregate;

import com.spokefleet.normalize.aggregate.IntervalKey;
import java.util.Map;

/**
 * One decoded reply.
 *
 * @param listed whether it has a list of results at all, be it an empty one
 * @param unknown fields, metrics and views nobody told us about
 * @param withoutQueue groups that belong to no queue
 */
record AggregatesReply(
    boolean listed, Map<IntervalKey, Bucket> buckets, long unknown, long withoutQueue) {}
