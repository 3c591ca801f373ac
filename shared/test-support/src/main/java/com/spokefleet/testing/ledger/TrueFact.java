package com.spokefleet.testing.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing the generator decided happens in a conversation. Durations are milliseconds. Facts are
 * written down when the scenario takes the decision, never read back from a rendered record; so is
 * the instant at which the platform emits the figures of it, by which aggregates count.
 */
public sealed interface TrueFact {
  /** The queue it happened on, or null for work outside any queue. */
  @Nullable String queueId();

  String mediaType();

  /** When its figures are emitted, which can lie in the future of an open conversation. */
  Instant emittedAt();

  /** The conversation entered a queue. */
  record Offered(String queueId, String mediaType, Instant emittedAt) implements TrueFact {}

  /** An agent answered after {@code waitMillis} in the queue. */
  record Answered(
      String queueId, String mediaType, String userId, long waitMillis, Instant emittedAt)
      implements TrueFact {}

  /** The customer gave up waiting; {@code isShort} below the org's short-abandon threshold. */
  record Abandoned(
      String queueId, String mediaType, long waitMillis, boolean isShort, Instant emittedAt)
      implements TrueFact {}

  /** The in-queue flow took the conversation out of the queue. */
  record FlowedOut(String queueId, String mediaType, long waitMillis, Instant emittedAt)
      implements TrueFact {}

  /** An agent did not take an alerting conversation. */
  record NotResponded(
      String queueId, String mediaType, String userId, long alertMillis, Instant emittedAt)
      implements TrueFact {}

  /**
   * An agent finished working; {@code handleMillis} also contains dialing and contacting of
   * outbound work, as the platform's tHandle does.
   */
  record Handled(
      @Nullable String queueId,
      String mediaType,
      String userId,
      String sessionId,
      long talkMillis,
      long heldMillis,
      long acwMillis,
      long handleMillis,
      Instant emittedAt)
      implements TrueFact {

    /** The same work with more talk and after-call work. */
    public Handled withMore(long talk, long acw) {
      return new Handled(
          queueId,
          mediaType,
          userId,
          sessionId,
          talkMillis + talk,
          heldMillis,
          acwMillis + acw,
          handleMillis + talk + acw,
          emittedAt);
    }

    /** The same work, ended that much later. */
    public Handled emittedLater(long millis) {
      return new Handled(
          queueId,
          mediaType,
          userId,
          sessionId,
          talkMillis,
          heldMillis,
          acwMillis,
          handleMillis,
          emittedAt.plusMillis(millis));
    }
  }

  /** An agent passed the conversation to another queue. */
  record Transferred(
      @Nullable String queueId, String mediaType, String userId, boolean consult, Instant emittedAt)
      implements TrueFact {}

  /** An agent's work was given a wrap-up code. */
  record WrappedUp(
      @Nullable String queueId, String mediaType, String sessionId, String code, Instant emittedAt)
      implements TrueFact {

    /** The same code, given later. */
    public WrappedUp emittedLater(long millis) {
      return new WrappedUp(queueId, mediaType, sessionId, code, emittedAt.plusMillis(millis));
    }
  }
}
