package com.spokefleet.testing.traffic;

import com.spokefleet.testing.ledger.TrueAftermath;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.ledger.TrueFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A whole conversation as invented, from first ring to last wrap-up, with the facts its scenario
 * decided. Instants are epoch milliseconds.
 */
public final class GeneratedConversation {
  private final String id;
  private final long start;
  private final boolean outbound;
  private final List<String> divisionIds;
  private final Oddity oddity;
  private final List<GeneratedParticipant> participants = new ArrayList<>(6);
  private final List<TrueFact> facts = new ArrayList<>(10);
  private long end;
  private long resolvedAt = Long.MAX_VALUE;
  private TrueAftermath aftermath = TrueAftermath.NONE;

  GeneratedConversation(
      String id, long start, boolean outbound, List<String> divisionIds, Oddity oddity) {
    this.id = id;
    this.start = start;
    this.end = start;
    this.outbound = outbound;
    this.divisionIds = divisionIds;
    this.oddity = oddity;
  }

  GeneratedParticipant add(GeneratedParticipant participant) {
    participants.add(participant);
    return participant;
  }

  void fact(TrueFact fact) {
    facts.add(fact);
  }

  /** The conversation lasts at least until then. */
  void lastsUntil(long instant) {
    end = Math.max(end, instant);
  }

  void endAt(long instant) {
    end = instant;
  }

  /** To be called once it has ended for the first time. */
  void aftermath(TrueAftermath known) {
    aftermath = known;
    resolvedAt = Aftermath.resolvedAt(end);
  }

  /** All that will ever come of it, be that in the past or not. */
  TrueAftermath aftermath() {
    return aftermath;
  }

  /** What has come of it by an instant (epoch milliseconds). */
  public TrueAftermath aftermath(long asOf) {
    return Aftermath.asOf(this, asOf);
  }

  /** Epoch milliseconds. */
  public long resolvedAt() {
    return resolvedAt;
  }

  List<TrueFact> facts() {
    return facts;
  }

  @Nullable GeneratedSession session(String sessionId) {
    for (GeneratedParticipant participant : participants) {
      for (GeneratedSession session : participant.sessions()) {
        if (session.id().equals(sessionId)) {
          return session;
        }
      }
    }
    return null;
  }

  /** The truth about it as seen at an instant (epoch milliseconds). */
  public TrueConversation truth(long asOf) {
    int sessions = 0;
    int segments = 0;
    Set<String> mediaTypes = new TreeSet<>();
    for (GeneratedParticipant participant : participants) {
      sessions += participant.sessions().size();
      for (GeneratedSession session : participant.sessions()) {
        segments += session.segments().size();
        mediaTypes.add(session.mediaType());
      }
    }
    return new TrueConversation(
        id,
        Instant.ofEpochMilli(start),
        end <= asOf ? Instant.ofEpochMilli(end) : null,
        outbound,
        oddity.isPoison(),
        sessions,
        segments,
        List.copyOf(facts),
        mediaTypes,
        Aftermath.asOf(this, asOf));
  }

  public String id() {
    return id;
  }

  public long start() {
    return start;
  }

  /** The last instant of it, be that in the past or not. */
  public long end() {
    return end;
  }

  public boolean outbound() {
    return outbound;
  }

  public List<String> divisionIds() {
    return divisionIds;
  }

  public Oddity oddity() {
    return oddity;
  }

  public List<GeneratedParticipant> participants() {
    return participants;
  }
}
