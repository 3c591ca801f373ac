package com.spokefleet.testing.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as the organisation holds it at some instant.
 *
 * @param end null while the conversation is open
 * @param poison true where the served record cannot be accepted by any reader
 * @param segments number of segments of all sessions
 * @param mediaTypes media types of all sessions
 */
public record TrueConversation(
    String id,
    Instant start,
    @Nullable Instant end,
    boolean outbound,
    boolean poison,
    int sessions,
    int segments,
    List<TrueFact> facts,
    Set<String> mediaTypes,
    TrueAftermath aftermath) {

  /** One that earned nothing and has no aftermath, as far as anybody knows. */
  public TrueConversation(
      String id,
      Instant start,
      @Nullable Instant end,
      boolean outbound,
      boolean poison,
      int sessions,
      int segments,
      List<TrueFact> facts,
      Set<String> mediaTypes) {
    this(
        id,
        start,
        end,
        outbound,
        poison,
        sessions,
        segments,
        facts,
        mediaTypes,
        TrueAftermath.NONE);
  }

  public boolean ended() {
    return end != null;
  }

  /** The UTC day the conversation belongs to. */
  public LocalDate day() {
    return LocalDate.ofInstant(start, ZoneOffset.UTC);
  }
}
