package com.spokefleet.ingest.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the conversation that a record which cannot be decoded is of, so that it counts once. */
final class PoisonId {
  private static final Pattern ID =
      Pattern.compile("\"conversationId\"\\s*:\\s*\"([0-9A-Za-z-]{1,64})\"");

  private PoisonId() {}

  static Optional<String> of(byte[] raw) {
    Matcher matcher = ID.matcher(new String(raw, StandardCharsets.UTF_8));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
