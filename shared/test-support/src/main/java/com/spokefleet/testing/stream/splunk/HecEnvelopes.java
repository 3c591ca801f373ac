package com.spokefleet.testing.stream.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.spokefleet.testing.stream.intake.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the concatenated envelopes of a body; one that is wrong spoils all of them. */
final class HecEnvelopes {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private HecEnvelopes() {}

  /** The body's envelopes, or the answer that refuses them. */
  sealed interface Result {
    record Read(List<JsonNode> envelopes) implements Result {}

    record Refused(Reply reply) implements Result {}
  }

  static Result read(byte[] body, HecToken token) throws IOException {
    List<JsonNode> envelopes = new ArrayList<>();
    try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(body)) {
      while (values.hasNextValue()) {
        JsonNode envelope = values.nextValue();
        HecReply verdict = verdict(envelope, token);
        if (verdict != HecReply.SUCCESS) {
          return new Result.Refused(verdict.ofEvent(envelopes.size()));
        }
        envelopes.add(envelope);
      }
    } catch (JsonProcessingException malformed) {
      return new Result.Refused(HecReply.INVALID_DATA_FORMAT.ofEvent(envelopes.size()));
    }
    return envelopes.isEmpty()
        ? new Result.Refused(HecReply.NO_DATA.reply())
        : new Result.Read(envelopes);
  }

  private static HecReply verdict(JsonNode envelope, HecToken token) {
    JsonNode event = envelope.path("event");
    if (!envelope.isObject() || !isTime(envelope.path("time"))) {
      return HecReply.INVALID_DATA_FORMAT;
    }
    if (event.isMissingNode() || event.isNull()) {
      return HecReply.EVENT_REQUIRED;
    }
    if (event.isTextual() && event.asText().isBlank()) {
      return HecReply.EVENT_BLANK;
    }
    if (!event.isTextual() && !event.isObject()) {
      return HecReply.INVALID_DATA_FORMAT;
    }
    if (envelope.has("index") && !token.indexes().contains(envelope.path("index").asText())) {
      return HecReply.INCORRECT_INDEX;
    }
    return areIndexable(envelope.path("fields")) ? HecReply.SUCCESS : HecReply.INDEXED_FIELDS;
  }

  private static boolean isTime(JsonNode time) {
    return time.isMissingNode()
        || time.isNumber()
        || time.isTextual() && time.asText().matches("\\d+(\\.\\d+)?");
  }

  /** Strings and arrays of strings are documented; numbers are what metrics send. */
  private static boolean areIndexable(JsonNode fields) {
    if (fields.isMissingNode()) {
      return true;
    }
    if (!fields.isObject()) {
      return false;
    }
    for (JsonNode value : fields) {
      if (value.isArray()) {
        for (JsonNode element : value) {
          if (!element.isValueNode()) {
            return false;
          }
        }
      } else if (!value.isValueNode()) {
        return false;
      }
    }
    return true;
  }
}
