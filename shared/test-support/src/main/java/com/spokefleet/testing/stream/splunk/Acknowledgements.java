package com.spokefleet.testing.stream.splunk;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which requests of a channel are indexed; each is told once, then forgotten. Thread-safe. */
final class Acknowledgements {
  private final Map<String, Map<Long, Instant>> indexed = new HashMap<>();
  private final Map<String, Long> given = new HashMap<>();

  /** The next id of the channel, acknowledged from that instant on. */
  synchronized long give(String channel, Instant at) {
    long acknowledgement = given.merge(channel, 1L, Long::sum) - 1;
    indexed.computeIfAbsent(channel, unused -> new HashMap<>()).put(acknowledgement, at);
    return acknowledgement;
  }

  synchronized boolean take(String channel, long acknowledgement, Instant now) {
    Map<Long, Instant> ofChannel = indexed.getOrDefault(channel, Map.of());
    Instant at = ofChannel.get(acknowledgement);
    if (at == null || at.isAfter(now)) {
      return false;
    }
    ofChannel.remove(acknowledgement);
    return true;
  }
}
