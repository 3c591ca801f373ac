package com.spokefleet.genesys.status;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a summary in one pass over its bytes. What is not known is passed over; what is of another
 * type than expected counts as absent. Thread-safe.
 */
final class StatusSummaryDecoder {
  /** The answer is not a summary. */
  static final class UnreadableException extends IOException {
    UnreadableException(String reason) {
      super(reason);
    }
  }

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  StatusSummary decode(byte[] body) throws IOException {
    List<Component> components = new ArrayList<>();
    List<Notice> incidents = new ArrayList<>();
    List<Notice> maintenances = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableException("the answer is not a JSON object");
      }
      boolean listed = false;
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        switch (name) {
          case "components" -> listed = list(parser, components, (own, ids) -> component(own));
          case "incidents" -> list(parser, incidents, StatusSummaryDecoder::notice);
          case "scheduled_maintenances" -> list(parser, maintenances, StatusSummaryDecoder::notice);
          default -> skip(parser);
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || !listed) {
        throw new UnreadableException("the answer lists no components");
      }
    }
    return new StatusSummary(components, incidents, maintenances);
  }

  /** Whether the value was an array; each object in it becomes an element. */
  private static <T> boolean list(
      JsonParser parser, List<T> target, BiFunction<Map<String, String>, Set<String>, T> make)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return false;
    }
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == null) {
        throw new UnreadableException("the answer is cut short");
      }
      if (token == JsonToken.START_OBJECT) {
        Set<String> components = new HashSet<>();
        Map<String, String> texts = texts(parser, components);
        target.add(make.apply(texts, components));
      } else {
        parser.skipChildren();
      }
    }
    return true;
  }

  /** The texts of the object the parser is in, and the ids of the components it lists. */
  private static Map<String, String> texts(JsonParser parser, Set<String> components)
      throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (name.equals("components")) {
        List<String> ids = new ArrayList<>();
        list(parser, ids, (own, unused) -> own.getOrDefault("id", ""));
        components.addAll(ids);
        continue;
      }
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return texts;
  }

  private static Component component(Map<String, String> texts) {
    return new Component(
        texts.getOrDefault("id", ""),
        texts.getOrDefault("name", ""),
        texts.getOrDefault("group_id", ""),
        texts.getOrDefault("status", ""),
        time(texts.get("updated_at")));
  }

  private static Notice notice(Map<String, String> texts, Set<String> components) {
    return new Notice(
        texts.getOrDefault("name", ""),
        texts.getOrDefault("status", ""),
        time(texts.get("scheduled_until")),
        components);
  }

  private static Optional<Instant> time(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static void skip(JsonParser parser) throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }
}
