package com.spokefleet.testing.traffic;

import com.spokefleet.testing.ledger.TrueFact;
import com.spokefleet.testing.org.DirectoryEntry;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agent's leg, played in order: alert or dial, answer, talk and hold by turns, leave, wrap up.
 * It writes segments and metrics and, apart from them, the facts.
 */
final class AgentLeg {
  private final Stage stage;
  private final GeneratedSession session;
  private final DirectoryEntry agent;
  private final String userId;
  private final @Nullable String queueId;
  private long now;
  private long talk;
  private long held;
  private long preparation;

  AgentLeg(
      Stage stage,
      GeneratedSession session,
      DirectoryEntry agent,
      @Nullable DirectoryEntry queue,
      long now) {
    this.stage = stage;
    this.session = session;
    this.agent = agent;
    this.userId = agent.id();
    this.queueId = queue == null ? null : queue.id();
    this.now = now;
  }

  /** A leg of a new participant. */
  static AgentLeg of(
      Stage stage,
      Channel channel,
      String direction,
      DirectoryEntry agent,
      @Nullable DirectoryEntry queue,
      long now) {
    GeneratedSession session =
        stage.leg(stage.participant("agent", null, agent.id()), channel, direction);
    stage.sessionDetails().describeRouting(session, agent.id());
    return new AgentLeg(stage, session, agent, queue, now);
  }

  DirectoryEntry agent() {
    return agent;
  }

  GeneratedSession session() {
    return session;
  }

  long now() {
    return now;
  }

  private Instant nowInstant() {
    return Instant.ofEpochMilli(now);
  }

  /** Rings until answered; the customer has waited {@code wait} by then. */
  AgentLeg answers(long alert, long wait) {
    session
        .segment("alert", now, now + alert, queueId)
        .with("requestedRoutingSkillIds", stage.sessionDetails().skills());
    now += alert;
    session.metric("tAlert", alert, now).metric("tAnswered", wait, now);
    stage.fact(
        new TrueFact.Answered(
            Objects.requireNonNull(queueId), session.mediaType(), userId, wait, nowInstant()));
    return this;
  }

  /** Rings in vain; some of these legs still count as handled, as real ones do. */
  void doesNotRespond(long alert, boolean countsAsHandled) {
    GeneratedSegment segment = session.segment("alert", now, now + alert, queueId);
    segment.disconnectedBy("error").with("errorCode", "error.ininedgecontrol.session.noAnswer");
    now += alert;
    session.metric("tAlert", alert, now).metric("tNotResponding", alert, now);
    stage.fact(
        new TrueFact.NotResponded(
            Objects.requireNonNull(queueId), session.mediaType(), userId, alert, nowInstant()));
    if (countsAsHandled) {
      session.metric("nError", 1, now).metric("tAcw", 1, now).metric("tHandle", 1, now);
      stage.fact(
          new TrueFact.Handled(
              queueId, session.mediaType(), userId, session.id(), 0, 0, 1, 1, nowInstant()));
    }
    stage.conversation().lastsUntil(now);
  }

  AgentLeg contacts(long millis) {
    session.segment("contacting", now, now + millis, queueId);
    now += millis;
    preparation += millis;
    session.metric("tContacting", millis, now);
    return this;
  }

  AgentLeg dials(long millis) {
    session.segment("dialing", now, now + millis, queueId);
    now += millis;
    preparation += millis;
    session.metric("tDialing", millis, now);
    return this;
  }

  AgentLeg talks(long millis) {
    session.segment("interact", now, now + millis, queueId);
    now += millis;
    talk += millis;
    session.metric("tTalk", millis, now);
    return this;
  }

  AgentLeg holds(long millis) {
    session.segment("hold", now, now + millis, queueId);
    now += millis;
    held += millis;
    session.metric("tHeld", millis, now);
    return this;
  }

  /** Time in which another leg of the same agent does the work. */
  AgentLeg waitsUntil(long instant) {
    now = instant;
    return this;
  }

  AgentLeg transfers(boolean consult) {
    session.metric("nTransferred", 1, now);
    if (consult) {
      session.metric("nConsult", 1, now).metric("nConsultTransferred", 1, now);
    } else {
      session.metric("nBlindTransferred", 1, now);
    }
    stage.fact(
        new TrueFact.Transferred(queueId, session.mediaType(), userId, consult, nowInstant()));
    return this;
  }

  AgentLeg leaves(String disconnectType) {
    GeneratedSegment last = session.segments().getLast();
    last.disconnectedBy(disconnectType);
    stage.sessionDetails().describeEnd(last, session.mediaType());
    if (talk > 0) {
      session.metric("tTalkComplete", talk, now);
    }
    if (held > 0) {
      session.metric("tHeldComplete", held, now);
    }
    stage.sessionDetails().measure(session, now);
    return this;
  }

  /** After-call work under a code, with a note if the agent wrote one. */
  void wrapsUp(long acw, String code, String disconnectType, boolean note) {
    GeneratedSegment segment =
        session
            .segment("wrapup", now, now + acw, queueId)
            .wrappedUpAs(code)
            .disconnectedBy(disconnectType);
    if (note) {
      segment.with("wrapUpNote", stage.sessionDetails().wrapUpNote());
    }
    now += acw;
    session.metric("tAcw", acw, now);
    stage.fact(
        new TrueFact.WrappedUp(queueId, session.mediaType(), session.id(), code, nowInstant()));
    handled(acw);
  }

  void skipsWrapUp() {
    session.with("acwSkipped", true);
    handled(0);
  }

  private void handled(long acw) {
    long handle = preparation + talk + held + acw;
    session.metric("tHandle", handle, now);
    stage.fact(
        new TrueFact.Handled(
            queueId,
            session.mediaType(),
            userId,
            session.id(),
            talk,
            held,
            acw,
            handle,
            nowInstant()));
    stage.conversation().lastsUntil(now);
  }
}
