package com.spokefleet.testing.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Fields nobody has documented, of every JSON type. */
final class UnknownFields {
  private UnknownFields() {}

  static void write(JsonGenerator json) throws IOException {
    json.writeNumberField("warpFactor", 9.975);
    json.writeNullField("previousIncarnation");
    json.writeObjectFieldStart("hologram");
    json.writeStringField("conversationId", "not-the-conversation-id");
    json.writeArrayFieldStart("participants");
    json.writeStartArray();
    json.writeBoolean(true);
    json.writeEndArray();
    json.writeEndArray();
    json.writeEndObject();
  }
}
