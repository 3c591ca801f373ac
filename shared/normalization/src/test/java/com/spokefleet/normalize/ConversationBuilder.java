package com.spokefleet.normalize;

import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Participant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation told leg by leg. Times without a date are on 2026-11-10, UTC. */
final class ConversationBuilder {
  private String id = "conversation-1";
  private Instant start = at("14:00:00");
  private @Nullable Instant end = at("14:30:00");
  private @Nullable String externalTag;
  private List<String> divisionIds = List.of("division-1");
  private final List<LegBuilder> legs = new ArrayList<>();

  static ConversationBuilder conversation() {
    return new ConversationBuilder();
  }

  /** An instant from a full timestamp, or from a time of day on 2026-11-10. */
  static Instant at(String time) {
    return Instant.parse(time.contains("T") ? time : "2026-11-10T" + time + "Z");
  }

  ConversationBuilder id(String id) {
    this.id = id;
    return this;
  }

  ConversationBuilder from(String start) {
    this.start = at(start);
    return this;
  }

  ConversationBuilder to(String end) {
    this.end = at(end);
    return this;
  }

  ConversationBuilder stillOpen() {
    this.end = null;
    return this;
  }

  ConversationBuilder externalTag(String tag) {
    this.externalTag = tag;
    return this;
  }

  ConversationBuilder divisions(String... ids) {
    this.divisionIds = List.of(ids);
    return this;
  }

  ConversationBuilder with(LegBuilder... more) {
    legs.addAll(List.of(more));
    return this;
  }

  /** Legs that name the same participant one after the other become sessions of one. */
  Conversation build() {
    List<Participant> participants = new ArrayList<>();
    for (LegBuilder leg : legs) {
      Participant next = leg.participant();
      if (!participants.isEmpty()
          && participants.getLast().participantId().equals(next.participantId())) {
        participants.add(leg.joining(participants.removeLast()));
      } else {
        participants.add(next);
      }
    }
    return new Conversation(
        id,
        start,
        end,
        null,
        "inbound",
        null,
        true,
        false,
        externalTag,
        4.4,
        92.5,
        divisionIds,
        participants,
        List.of(),
        List.of(),
        List.of());
  }
}
