package com.spokefleet.genesys.aggregate;

import com.spokefleet.normalize.aggregate.IntervalFigures;
import com.spokefleet.normalize.aggregate.IntervalKey;
import com.spokefleet.normalize.aggregate.QueueInterval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the answers to several queries about one window together, interval by interval. */
final class IntervalCollector {
  private final Map<IntervalKey, IntervalFigures.Builder> intervals = new LinkedHashMap<>();
  private long unknown;
  private long withoutQueue;

  void add(AggregatesReply reply) {
    reply
        .buckets()
        .forEach(
            (key, bucket) ->
                bucket.addTo(intervals.computeIfAbsent(key, _ -> IntervalFigures.builder())));
    unknown += reply.unknown();
    withoutQueue += reply.withoutQueue();
  }

  AggregatesAnswer answer() {
    List<QueueInterval> read =
        intervals.entrySet().stream()
            .map(entry -> new QueueInterval(entry.getKey(), entry.getValue().build()))
            .toList();
    return new AggregatesAnswer(read, unknown, withoutQueue);
  }
}
