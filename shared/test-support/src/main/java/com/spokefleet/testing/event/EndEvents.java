package com.spokefleet.testing.event;

import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.traffic.GeneratedConversation;
import com.spokefleet.testing.traffic.GeneratedConversations;
import com.spokefleet.testing.traffic.GeneratedFlow;
import com.spokefleet.testing.traffic.GeneratedMetric;
import com.spokefleet.testing.traffic.GeneratedParticipant;
import com.spokefleet.testing.traffic.GeneratedSegment;
import com.spokefleet.testing.traffic.GeneratedSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events that tell of the end of a leg: {@code customer.end}, {@code acd.end}, {@code
 * user.end}, {@code flow.end} and, once an agent is through with the wrap-up, {@code acw}. Which
 * legs a conversation has, and when they end, is what the generator invented.
 */
public final class EndEvents {
  private final FakeOrgSettings settings;
  private final GeneratedConversations conversations;

  public EndEvents(FakeOrgSettings settings, GeneratedConversations conversations) {
    this.settings = settings;
    this.conversations = conversations;
  }

  /** Events from {@code from} on and before {@code to}, epoch milliseconds, in order of time. */
  public List<EmittedEvent> between(long from, long to) {
    List<EmittedEvent> events = new ArrayList<>();
    for (long day = conversations.firstDay(); day <= conversations.lastDay(to); day++) {
      int count = conversations.count(day);
      for (int position = 0; position < count; position++) {
        boolean alive =
            conversations.start(day, position) < to && conversations.end(day, position, to) >= from;
        if (alive) {
          add(events, conversations.tell(day, position, to), from, to);
        }
      }
    }
    events.sort(Comparator.comparing(EmittedEvent::at).thenComparing(EmittedEvent::json));
    return events;
  }

  private void add(
      List<EmittedEvent> events, GeneratedConversation conversation, long from, long to) {
    for (GeneratedParticipant participant : conversation.participants()) {
      for (GeneratedSession session : participant.sessions()) {
        for (EventBody body : endsOf(conversation, participant, session)) {
          if (body.at() >= from && body.at() < to) {
            events.add(body.inEnvelope(settings.orgId()));
          }
        }
      }
    }
  }

  private static List<EventBody> endsOf(
      GeneratedConversation conversation,
      GeneratedParticipant participant,
      GeneratedSession session) {
    if (session.segments().isEmpty()) {
      return List.of();
    }
    GeneratedSegment last = session.segments().getLast();
    return switch (participant.purpose()) {
      case "customer", "external" ->
          List.of(
              EventBody.of("customer.end", last.end(), conversation, participant, session)
                  .disconnected(last.disconnectType())
                  .with("interactingDurationMs", last.end() - session.segments().getFirst().start())
                  .inDivision(conversation));
      case "acd" ->
          List.of(
              EventBody.of("acd.end", last.end(), conversation, participant, session)
                  .disconnected(last.disconnectType())
                  .with("queueId", last.queueId())
                  .with("acdOutcome", acdOutcome(session))
                  .with("connectedDurationMs", metric(session, "tAcd"))
                  .inDivision(conversation));
      case "ivr" ->
          List.of(
              EventBody.of("flow.end", last.end(), conversation, participant, session)
                  .disconnected(last.disconnectType())
                  .with("flowType", flowType(session))
                  .with("connectedDurationMs", metric(session, "tFlow"))
                  .inDivision(conversation));
      case "agent" -> agentEnds(conversation, participant, session);
      default -> List.of();
    };
  }

  private static List<EventBody> agentEnds(
      GeneratedConversation conversation,
      GeneratedParticipant participant,
      GeneratedSession session) {
    List<EventBody> ends = new ArrayList<>(2);
    GeneratedSegment lastAtWork = null;
    for (GeneratedSegment segment : session.segments()) {
      if (!segment.type().equals("wrapup")) {
        lastAtWork = segment;
      } else {
        // No divisionId and no disconnectType: real ones of this kind have neither.
        ends.add(
            EventBody.of("acw", segment.end(), conversation, participant, session)
                .with("userId", participant.userId())
                .with("queueId", segment.queueId())
                .with("wrapupCode", segment.wrapUpCode())
                .with("wrapupNotes", note(segment))
                .with("wrapupDurationMs", segment.end() - segment.start()));
      }
    }
    if (lastAtWork != null) {
      ends.add(
          EventBody.of("user.end", lastAtWork.end(), conversation, participant, session)
              .disconnected(lastAtWork.disconnectType())
              .with("userId", participant.userId())
              .with("queueId", lastAtWork.queueId())
              .with("interactingDurationMs", metric(session, "tTalk"))
              .with("heldDurationMs", metric(session, "tHeld"))
              .with("alertingDurationMs", metric(session, "tAlert"))
              .with("contactingDurationMs", metric(session, "tContacting"))
              .with("dialingDurationMs", metric(session, "tDialing"))
              .inDivision(conversation));
    }
    return ends;
  }

  private static @Nullable String note(GeneratedSegment segment) {
    Map<String, String> notes = new HashMap<>();
    segment
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.equals("wrapUpNote")) {
                notes.put(name, String.valueOf(value));
              }
            });
    return notes.get("wrapUpNote");
  }

  private static String acdOutcome(GeneratedSession session) {
    if (metric(session, "tAbandon") > 0) {
      return "ABANDON";
    }
    return metric(session, "tFlowOut") > 0 ? "FLOW_OUT" : "ANSWERED";
  }

  private static @Nullable String flowType(GeneratedSession session) {
    GeneratedFlow flow = session.flow();
    return flow == null ? null : flow.type();
  }

  private static long metric(GeneratedSession session, String name) {
    return session.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .mapToLong(GeneratedMetric::value)
        .sum();
  }
}
