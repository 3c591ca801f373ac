package com.spokefleet.genesys.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a page of results, the answer that names a file, or the file itself (an array), holding one
 * record at a time. Thread-safe.
 */
final class AuditStream {
  private final ObjectMapper json;
  private final AuditDecoder decoder = new AuditDecoder();

  private AuditStream(ObjectMapper json) {
    this.json = json;
  }

  /** Raw control characters fail it: they may be damage of the transport. */
  static AuditStream strict() {
    return new AuditStream(builder().build());
  }

  /** Lets raw control characters pass, for a page that stays as it is however often it is read. */
  static AuditStream lenient() {
    return new AuditStream(builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build());
  }

  private static JsonMapper.Builder builder() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
  }

  /**
   * What stands beside the records.
   *
   * @param listed whether there is a list of records at all
   */
  record Envelope(Optional<String> cursor, Optional<String> downloadUrl, boolean listed) {}

  /** Gives every record to the sink, also those before a fault. */
  Envelope read(InputStream input, Consumer<AuditRecord> sink) throws MalformedAuditsException {
    try (JsonParser parser = json.createParser(input)) {
      JsonToken first = parser.nextToken();
      Envelope envelope;
      if (first == JsonToken.START_ARRAY) {
        records(parser, sink);
        envelope = new Envelope(Optional.empty(), Optional.empty(), true);
      } else if (first == JsonToken.START_OBJECT) {
        envelope = object(parser, sink);
      } else {
        throw new MalformedAuditsException("it is neither an object nor an array");
      }
      if (parser.nextToken() != null) {
        throw new MalformedAuditsException("something follows the JSON");
      }
      return envelope;
    } catch (IOException malformed) {
      throw new MalformedAuditsException(
          "the JSON is malformed or cut short (" + malformed.getClass().getSimpleName() + ")");
    }
  }

  private Envelope object(JsonParser parser, Consumer<AuditRecord> sink)
      throws IOException, MalformedAuditsException {
    Optional<String> cursor = Optional.empty();
    Optional<String> downloadUrl = Optional.empty();
    boolean listed = false;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "cursor" -> cursor = text(parser, value);
        case "downloadUrl" -> downloadUrl = text(parser, value);
        case "entities" -> {
          if (value == JsonToken.START_ARRAY) {
            records(parser, sink);
            listed = true;
          } else if (value != JsonToken.VALUE_NULL) {
            throw new MalformedAuditsException("/entities is not an array");
          }
        }
        default -> parser.skipChildren();
      }
    }
    return new Envelope(cursor, downloadUrl, listed);
  }

  private void records(JsonParser parser, Consumer<AuditRecord> sink) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode record = json.readTree(parser);
      sink.accept(decoder.decode(record));
    }
  }

  private static Optional<String> text(JsonParser parser, JsonToken value)
      throws IOException, MalformedAuditsException {
    if (value == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (value != JsonToken.VALUE_STRING) {
      throw new MalformedAuditsException("/" + parser.currentName() + " is not text");
    }
    return Optional.of(parser.getText()).filter(text -> !text.isEmpty());
  }
}
