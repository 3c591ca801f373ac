package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.faults.FaultCounts;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.ledger.ServedCounts;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.render.ConversationJson;
import com.spokefleet.testing.render.RecordForm;
import com.spokefleet.testing.traffic.GeneratedConversation;
import com.spokefleet.testing.traffic.GeneratedConversations;
import com.spokefleet.testing.traffic.GeneratedMetric;
import com.spokefleet.testing.traffic.GeneratedParticipant;
import com.spokefleet.testing.traffic.GeneratedSegment;
import com.spokefleet.testing.traffic.GeneratedSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves what the generator invents, and counts the odd records it hands out. */
final class GeneratedRecords implements Records {
  private final GeneratedConversations conversations;
  private final FaultCounts faults;
  private final ServedCounts served;

  GeneratedRecords(GeneratedConversations conversations, FaultCounts faults, ServedCounts served) {
    this.conversations = conversations;
    this.faults = faults;
    this.served = served;
  }

  @Override
  public void write(JsonGenerator json, RecordForm form, long epochDay, int position, long asOf)
      throws IOException {
    GeneratedConversation conversation = conversations.tell(epochDay, position, asOf);
    new ConversationJson(json, form, asOf).write(conversation);
    switch (conversation.oddity()) {
      case NONE -> {}
      case UNKNOWN_FIELDS -> faults.happened(FaultKind.UNKNOWN_FIELDS);
      case UNKNOWN_VALUES -> faults.happened(FaultKind.UNKNOWN_VALUES);
      case POISON_WRONG_TYPE,
          POISON_NULL_OBJECT,
          POISON_ZONELESS_TIMESTAMP,
          POISON_NUL_CHARACTERS -> {
        faults.happened(FaultKind.POISON_RECORD);
        served.poison(conversation.id());
      }
    }
  }

  @Override
  public TrueConversation truth(long epochDay, int position, long asOf) {
    return conversations.tell(epochDay, position, asOf).truth(asOf);
  }

  @Override
  public List<Emission> emissions(long epochDay, int position, long asOf) {
    List<Emission> emissions = new ArrayList<>(40);
    for (GeneratedParticipant participant :
        conversations.tell(epochDay, position, asOf).participants()) {
      for (GeneratedSession session : participant.sessions()) {
        String queueId = queueOf(session);
        for (GeneratedMetric metric : session.metrics()) {
          emissions.add(
              new Emission(
                  metric.emitted(),
                  metric.name(),
                  metric.value(),
                  queueId,
                  session.mediaType(),
                  session.direction()));
        }
      }
    }
    return emissions;
  }

  private static @Nullable String queueOf(GeneratedSession session) {
    for (GeneratedSegment segment : session.segments()) {
      if (segment.queueId() != null) {
        return segment.queueId();
      }
    }
    return null;
  }

  @Override
  public List<String> conversationValues(long epochDay, int position, long asOf, String dimension) {
    return switch (dimension) {
      case "conversationEnd" ->
          end(epochDay, position, asOf) <= asOf ? List.of("ended") : List.of();
      case "originatingDirection" -> List.of(outbound(epochDay, position) ? "outbound" : "inbound");
      case "conversationId" -> List.of(conversations.id(epochDay, position));
      default -> conversations.tell(epochDay, position, asOf).divisionIds();
    };
  }

  @Override
  public boolean anySegment(long epochDay, int position, long asOf, QueryFilter filter) {
    GeneratedConversation conversation = conversations.tell(epochDay, position, asOf);
    for (GeneratedParticipant participant : conversation.participants()) {
      for (GeneratedSession session : participant.sessions()) {
        for (GeneratedSegment segment : session.segments()) {
          if (segment.start() <= asOf
              && filter.holds(dimension -> values(participant, session, segment, dimension))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<String> values(
      GeneratedParticipant participant,
      GeneratedSession session,
      GeneratedSegment segment,
      String dimension) {
    @Nullable String value =
        switch (dimension) {
          case "mediaType" -> session.mediaType();
          case "direction" -> session.direction();
          case "queueId" -> segment.queueId();
          case "userId" -> participant.userId();
          case "purpose" -> participant.purpose();
          case "wrapUpCode" -> segment.wrapUpCode();
          case "disconnectType" -> segment.disconnectType();
          default -> segment.type();
        };
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public int count(long epochDay) {
    return conversations.count(epochDay);
  }

  @Override
  public long start(long epochDay, int position) {
    return conversations.start(epochDay, position);
  }

  @Override
  public long end(long epochDay, int position, long asOf) {
    return conversations.end(epochDay, position, asOf);
  }

  @Override
  public boolean outbound(long epochDay, int position) {
    return conversations.outbound(epochDay, position);
  }

  @Override
  public long firstDay() {
    return conversations.firstDay();
  }

  @Override
  public long lastDay(long asOf) {
    return conversations.lastDay(asOf);
  }

  @Override
  public long version() {
    return conversations.version();
  }
}
