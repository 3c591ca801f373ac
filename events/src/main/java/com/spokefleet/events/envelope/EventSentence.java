package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.JsonBytes;
import java.util.List;

/** An event as a sentence. */
final class EventSentence {
  private static final List<Role> EDGE = List.of(Role.EDGE_NAME, Role.EDGE_ID);
  private static final List<Role> OPERATION =
      List.of(Role.OPERATION_NAME, Role.OPERATION_ID, Role.TOPIC_NAME);
  private static final List<Role> TOPIC = List.of(Role.TOPIC_NAME, Role.TOPIC);
  private static final List<Role> CONVERSATION_ID = List.of(Role.CONVERSATION_ID);
  private static final List<Role> ACTION = List.of(Role.ACTION);
  private static final List<Role> ENTITY_TYPE = List.of(Role.ENTITY_TYPE);

  private EventSentence() {}

  /** Writes it, within the quotes of a string. */
  static void write(JsonBytes out, FlatEvent event) {
    switch (event.kind()) {
      case AUDIT -> audit(out, event);
      case CONVERSATION -> conversation(out, event);
      case EDGE_METRICS -> {
        out.ascii("Edge ");
        FieldText.first(out, event, EDGE);
        out.ascii(" reports its metrics");
        in(out, event);
      }
      case OPERATIONS -> {
        FieldText.first(out, event, OPERATION);
        FieldText.optional(out, ": ", event, Role.ENTITY_TYPE, "");
        FieldText.optional(out, " ", event, Role.ENTITY_NAME, "");
        in(out, event);
      }
      case TRANSCRIPT, OTHER -> {
        out.ascii("Event ");
        FieldText.first(out, event, TOPIC);
        in(out, event);
      }
    }
  }

  private static void audit(JsonBytes out, FlatEvent event) {
    if (Actor.isThePlatform(event)) {
      out.ascii("The platform");
    } else {
      FieldText.first(out, event, Actor.ROLES);
    }
    out.ascii(" performed ");
    FieldText.first(out, event, ACTION);
    out.ascii(" on ");
    FieldText.first(out, event, ENTITY_TYPE);
    FieldText.optional(out, " ", event, Role.ENTITY_NAME, "");
    FieldText.optional(out, " (", event, Role.ENTITY_ID, ")");
    in(out, event);
    FieldText.optional(out, " from ", event, Role.SOURCE_IP, "");
  }

  private static void conversation(JsonBytes out, FlatEvent event) {
    out.ascii("Conversation ");
    FieldText.first(out, event, CONVERSATION_ID);
    in(out, event);
    out.ascii(": ");
    TopicNames.write(event, out);
    FieldText.optional(out, ", ", event, Role.MEDIA_TYPE, "");
    FieldText.optional(out, " ", event, Role.DIRECTION, "");
    FieldText.optional(out, ", disconnected by ", event, Role.DISCONNECT_TYPE, "");
  }

  private static void in(JsonBytes out, FlatEvent event) {
    out.ascii(" in ");
    out.escape(event.org().name());
  }
}
