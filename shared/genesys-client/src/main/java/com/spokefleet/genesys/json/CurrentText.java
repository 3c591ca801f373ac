package com.spokefleet.genesys.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Turns the parser's current text into a String, sparing copies of texts that repeat. */
public final class CurrentText {
  private final JsonParser parser;
  private final TextCache words;
  private final TextCache identifiers;

  /** The caches may be shared; the identifiers' must hold nothing but checked identifiers. */
  public CurrentText(JsonParser parser, TextCache words, TextCache identifiers) {
    this.parser = parser;
    this.words = words;
    this.identifiers = identifiers;
  }

  String word() throws IOException {
    char[] characters = parser.getTextCharacters();
    int start = parser.getTextOffset();
    int length = parser.getTextLength();
    String held = words.find(characters, start, length);
    if (held != null) {
      return held;
    }
    String fresh = new String(characters, start, length);
    words.hold(fresh);
    return fresh;
  }

  /** Null when the text is empty or holds control characters, and so cannot be part of a key. */
  @Nullable String identifier() throws IOException {
    char[] characters = parser.getTextCharacters();
    int start = parser.getTextOffset();
    int length = parser.getTextLength();
    return isIdentifier(characters, start, length) ? new String(characters, start, length) : null;
  }

  /** An identifier that probably occurred before. */
  @Nullable String repeatedIdentifier() throws IOException {
    char[] characters = parser.getTextCharacters();
    int start = parser.getTextOffset();
    int length = parser.getTextLength();
    String held = identifiers.find(characters, start, length);
    if (held != null || !isIdentifier(characters, start, length)) {
      return held;
    }
    String fresh = new String(characters, start, length);
    identifiers.hold(fresh);
    return fresh;
  }

  private static boolean isIdentifier(char[] characters, int start, int length) {
    int below = 0;
    for (int i = start; i < start + length; i++) {
      below |= characters[i] - ' ';
    }
    return length > 0 && below >= 0;
  }
}
