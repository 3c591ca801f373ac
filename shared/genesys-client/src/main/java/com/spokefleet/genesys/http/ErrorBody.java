package com.spokefleet.genesys.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What Genesys says about a refused call; all null when the body is not its JSON error. */
record ErrorBody(
    @Nullable String message,
    @Nullable String code,
    @Nullable String contextId,
    @Nullable String permissions) {
  private static final ErrorBody UNREADABLE = new ErrorBody(null, null, null, null);
  private static final int LONGEST_TEXT = 400;
  private static final JsonFactory JSON = new JsonFactory();

  static ErrorBody read(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? readObject(parser) : UNREADABLE;
    } catch (IOException notJson) {
      return UNREADABLE;
    }
  }

  private static ErrorBody readObject(JsonParser parser) throws IOException {
    String message = null;
    String code = null;
    String contextId = null;
    String permissions = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "message" -> message = text(parser, value);
        // Sign-in answers carry OAuth's "error" instead of Genesys' "code".
        case "code", "error" -> code = text(parser, value);
        case "contextId" -> contextId = text(parser, value);
        case "messageParams" -> permissions = permissions(parser, value);
        default -> parser.skipChildren();
      }
    }
    return new ErrorBody(message, code, contextId, permissions);
  }

  private static @Nullable String permissions(JsonParser parser, JsonToken value)
      throws IOException {
    String permissions = null;
    if (value != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken parameter = parser.nextToken();
      if (name.equals("permissions")) {
        permissions = text(parser, parameter);
      } else {
        parser.skipChildren();
      }
    }
    return permissions;
  }

  private static @Nullable String text(JsonParser parser, JsonToken value) throws IOException {
    if (value != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return null;
    }
    String text = parser.getText().replaceAll("\\p{Cntrl}+", " ").strip();
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
