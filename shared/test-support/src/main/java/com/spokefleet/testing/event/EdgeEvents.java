package com.spokefleet.testing.event;

import com.spokefleet.testing.edge.EdgeJson;
import com.spokefleet.testing.edge.FakeEdges;
import com.spokefleet.testing.edge.TrueEdgeMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every measurement of every Edge, once a minute. */
final class EdgeEvents {
  private static final String TOPIC = "v2.telephony.providers.edges.{id}.metrics";

  private EdgeEvents() {}

  static List<EmittedEvent> between(FakeEdges edges, String orgId, Instant from, Instant to) {
    Set<TrueEdgeMetrics> measured = new LinkedHashSet<>();
    for (String edge : edges.ids()) {
      for (Instant minute = from;
          minute.isBefore(to);
          minute = minute.plus(Duration.ofMinutes(1))) {
        measured.add(edges.at(edge, minute));
      }
      measured.add(edges.at(edge, to.minusMillis(1)));
    }
    return measured.stream()
        .filter(metrics -> !metrics.at().isBefore(from) && metrics.at().isBefore(to))
        .map(metrics -> event(metrics, orgId))
        .toList();
  }

  private static EmittedEvent event(TrueEdgeMetrics metrics, String orgId) {
    long at = metrics.at().toEpochMilli();
    return new Envelope(
            TOPIC, "edge.metrics", "", "edge " + metrics.edgeId() + at, metrics.edgeId())
        .around(EdgeJson.ofEvent(metrics), at, orgId);
  }
}
