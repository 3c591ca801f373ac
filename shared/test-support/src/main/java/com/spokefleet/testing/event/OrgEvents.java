package com.spokefleet.testing.event;

import com.spokefleet.testing.audit.FakeAudits;
import com.spokefleet.testing.edge.FakeEdges;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.PiiMarkers;
import com.spokefleet.testing.traffic.AgentStatuses;
import com.spokefleet.testing.traffic.GeneratedConversations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything an organisation tells over EventBridge, whether somebody wants it or not: ends of
 * legs, audits, Edge metrics, operational events, transcriptions, and presences without end.
 */
public final class OrgEvents {
  private final FakeOrgSettings settings;
  private final GeneratedConversations conversations;
  private final AgentStatuses statuses;
  private final FakeAudits audits;
  private final FakeEdges edges;
  private final PiiMarkers markers;

  public OrgEvents(
      FakeOrgSettings settings,
      GeneratedConversations conversations,
      AgentStatuses statuses,
      FakeAudits audits,
      FakeEdges edges,
      PiiMarkers markers) {
    this.settings = settings;
    this.conversations = conversations;
    this.statuses = statuses;
    this.audits = audits;
    this.edges = edges;
    this.markers = markers;
  }

  /** The name of the organisation's event source, which is that of its bus. */
  public String source() {
    return Envelope.source(settings.orgId());
  }

  /** Events from {@code from} on and before {@code to}, in order of time; each exactly once. */
  public List<EmittedEvent> between(Instant from, Instant to) {
    Instant first = from.isBefore(settings.historyStart()) ? settings.historyStart() : from;
    if (!first.isBefore(to)) {
      return List.of();
    }
    String orgId = settings.orgId();
    long fromMillis = first.toEpochMilli();
    long toMillis = to.toEpochMilli();
    List<EmittedEvent> events = new ArrayList<>(ends(fromMillis, toMillis));
    events.addAll(AuditEvents.between(audits.generated(), orgId, first, to));
    events.addAll(EdgeEvents.between(edges, orgId, first, to));
    events.addAll(OperationsEvents.between(settings, first, to));
    events.addAll(PresenceEvents.between(statuses, orgId, fromMillis, toMillis));
    events.addAll(
        new TranscriptEvents(conversations, markers, orgId).between(fromMillis, toMillis));
    events.sort(Comparator.comparing(EmittedEvent::at).thenComparing(EmittedEvent::id));
    return events;
  }

  /** The ends of legs alone. */
  public List<EmittedEvent> ends(long from, long to) {
    return new EndEvents(settings, conversations).between(from, to);
  }

  /** How many of each {@code detail-type} there are in that time. */
  public Map<String, Long> counts(Instant from, Instant to) {
    Map<String, Long> counts = new TreeMap<>();
    between(from, to).forEach(event -> counts.merge(event.detailType(), 1L, Long::sum));
    return counts;
  }
}
