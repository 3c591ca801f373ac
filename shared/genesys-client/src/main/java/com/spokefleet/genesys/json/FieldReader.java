package com.spokefleet.genesys.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value that follows a field name, in the type the field has. Null stands for an explicit
 * null, which means the same as an absent field. Any other type makes the record poison.
 */
public final class FieldReader {
  private final JsonParser parser;
  private final CurrentText currentText;
  private final UnknownFields unknownFields;
  private final List<String> texts = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();

  public FieldReader(JsonParser parser, CurrentText currentText, UnknownFields unknownFields) {
    this.parser = parser;
    this.currentText = currentText;
    this.unknownFields = unknownFields;
  }

  /** The next field of the current object; null at its end. */
  public @Nullable String nextField() throws IOException {
    return parser.nextFieldName();
  }

  public @Nullable String text() throws IOException, PoisonException {
    String text = parser.nextTextValue();
    if (text == null) {
      requireNull("text");
    }
    return text;
  }

  /** A text that probably occurred before. */
  public @Nullable String word() throws IOException, PoisonException {
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      requireNull("text");
      return null;
    }
    return currentText.word();
  }

  /** A text that may become part of keys: not empty and free of control characters. */
  public @Nullable String identifier() throws IOException, PoisonException {
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      requireNull("text");
      return null;
    }
    return requireIdentifier(currentText.identifier());
  }

  /** An identifier that probably occurred before. */
  public @Nullable String repeatedIdentifier() throws IOException, PoisonException {
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      requireNull("text");
      return null;
    }
    return requireIdentifier(currentText.repeatedIdentifier());
  }

  public @Nullable Instant instant() throws IOException, PoisonException {
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      requireNull("an instant");
      return null;
    }
    Instant instant =
        Timestamps.parse(
            parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    if (instant == null) {
      throw poison("is not an ISO-8601 instant with a zone");
    }
    return instant;
  }

  public @Nullable Boolean truth() throws IOException, PoisonException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.VALUE_TRUE) {
      return Boolean.TRUE;
    }
    if (token == JsonToken.VALUE_FALSE) {
      return Boolean.FALSE;
    }
    requireNull("true or false");
    return null;
  }

  public @Nullable Double decimal() throws IOException, PoisonException {
    parser.nextToken();
    Double number = CurrentNumber.decimal(parser);
    if (number == null) {
      requireNull("a number");
    }
    return number;
  }

  public @Nullable Long whole() throws IOException, PoisonException {
    parser.nextToken();
    Long number = CurrentNumber.whole(parser);
    if (number == null) {
      requireNull("a whole number");
    }
    return number;
  }

  public List<String> words() throws IOException, PoisonException {
    texts.clear();
    if (startsArray()) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
          throw poison("is not text");
        }
        texts.add(currentText.word());
      }
    }
    return List.copyOf(texts);
  }

  public List<Long> wholes() throws IOException, PoisonException {
    numbers.clear();
    if (startsArray()) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        Long number = CurrentNumber.whole(parser);
        if (number == null) {
          throw poison("is not a whole number");
        }
        numbers.add(number);
      }
    }
    return List.copyOf(numbers);
  }

  /** Whether the value is an array, now entered; false for null. */
  public boolean startsArray() throws IOException, PoisonException {
    if (parser.nextToken() == JsonToken.START_ARRAY) {
      return true;
    }
    requireNull("an array");
    return false;
  }

  /** Whether the value is an object, now entered; false for null. */
  public boolean startsObject() throws IOException, PoisonException {
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      return true;
    }
    requireNull("an object");
    return false;
  }

  /** The objects of an array value, each decoded; the buffer is scratch space. */
  public <T> List<T> objects(List<T> buffer, ElementDecoder<T> decoder)
      throws IOException, PoisonException {
    buffer.clear();
    if (startsArray()) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          throw poison("is not an object");
        }
        buffer.add(decoder.decode(this));
      }
    }
    return List.copyOf(buffer);
  }

  /**
   * The texts of an object value whose names are wanted; numbers and truths count as texts.
   * Whatever else it holds is passed over unread.
   */
  public Map<String, String> texts(Set<String> wanted) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Map.of();
    }
    Map<String, String> found = Map.of();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL && wanted.contains(name)) {
        found = found.isEmpty() ? new TreeMap<>() : found;
        found.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  /** Passes over a value whose field is known and not wanted. */
  public void skip() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  public void skipUnknown(String parentPath, String name) throws IOException {
    unknownFields.count(parentPath, name);
    skip();
  }

  public <T> T required(@Nullable T value, String field) throws PoisonException {
    if (value == null) {
      throw poison("has no " + field);
    }
    return value;
  }

  private String requireIdentifier(@Nullable String identifier) throws PoisonException {
    if (identifier == null) {
      throw poison("is empty or holds a control character");
    }
    return identifier;
  }

  private void requireNull(String expected) throws PoisonException {
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      throw poison("is not " + expected);
    }
  }

  private PoisonException poison(String fault) {
    return PoisonException.at(parser, fault);
  }
}
