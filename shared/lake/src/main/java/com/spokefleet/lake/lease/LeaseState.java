package com.spokefleet.lake.lease;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.spokefleet.lake.store.Checkpoint;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;

/** What a lease's checkpoint says: who took it, as the how-manieth, and until when it is held. */
record LeaseState(String owner, long token, Instant heldUntil) {
  private static final String OWNER = "owner";
  private static final String TOKEN = "token";
  private static final String HELD_UNTIL = "held_until";

  boolean isHeldAt(Instant now) {
    return now.isBefore(heldUntil);
  }

  LeaseState until(Instant instant) {
    return new LeaseState(owner, token, instant);
  }

  String toJson() {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.writeStartObject();
      generator.writeStringField(OWNER, owner);
      generator.writeNumberField(TOKEN, token);
      generator.writeStringField(HELD_UNTIL, heldUntil.toString());
      generator.writeEndObject();
    } catch (IOException failure) {
      throw new IllegalStateException("Cannot write JSON to memory", failure);
    }
    return text.toString();
  }

  static LeaseState of(Checkpoint checkpoint) {
    String owner = "";
    long token = 0;
    Instant heldUntil = Instant.MIN;
    try (JsonParser parser = new JsonFactory().createParser(checkpoint.body())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case OWNER -> owner = parser.getText();
          case TOKEN -> token = parser.getLongValue();
          case HELD_UNTIL -> heldUntil = Instant.parse(parser.getText());
          default -> parser.skipChildren();
        }
      }
    } catch (IOException | DateTimeException failure) {
      throw unreadable(checkpoint, failure);
    }
    return new LeaseState(owner, token, heldUntil);
  }

  private static StoreException unreadable(Checkpoint checkpoint, Exception cause) {
    return new StoreException(
        FailureKind.BAD_DATA, "Cannot read the lease " + checkpoint.key(), cause);
  }
}
