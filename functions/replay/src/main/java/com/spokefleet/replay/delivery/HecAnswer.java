package com.spokefleet.replay.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads what an event collector answers; anything unreadable has no code and no acknowledgement.
 */
final class HecAnswer {
  /** No data, invalid format, event required, event blank, error in indexed fields. */
  static final Set<Long> WRONG_EVENT = Set.of(5L, 6L, 12L, 13L, 15L);

  private static final JsonFactory JSON = new JsonFactory();

  private HecAnswer() {}

  static OptionalLong code(String body) {
    String code = values(body).getOrDefault("code", "");
    return code.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(code)) : OptionalLong.empty();
  }

  static Optional<Long> acknowledgement(String body) {
    String id = values(body).getOrDefault("ackId", "");
    return id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
  }

  static boolean isAcknowledged(String body, long acknowledgement) {
    return values(body).getOrDefault("acks." + acknowledgement, "").equals("true");
  }

  private static Map<String, String> values(String body) {
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        read(parser, "", values);
      }
      return values;
    } catch (IOException notJson) {
      // A proxy's page of HTML, say: it tells nothing.
      return Map.of();
    }
  }

  private static void read(JsonParser parser, String path, Map<String, String> values)
      throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT && path.isEmpty()) {
        read(parser, name + ".", values);
      } else if (token.isScalarValue()) {
        values.put(path + name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }
}
