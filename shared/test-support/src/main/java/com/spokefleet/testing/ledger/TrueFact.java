package com.spokefleet.testing.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One thing the generator decided happens in a conversation. Durations are milliseconds. Facts are
 * written down when the scenario takes the decision, never read back from a rendered record.
 */
public sealed interface TrueFact {
  /** The queue it happened on, or null for work outside any queue. */
  @Nullable String queueId();

  String mediaType();

  /** The conversation entered a queue. */
  record Offered(String queueId, String mediaType) implements TrueFact {}

  /** An agent answered after {@code waitMillis} in the queue. */
  record Answered(String queueId, String mediaType, String userId, long waitMillis)
      implements TrueFact {}

  /** The customer gave up waiting; {@code isShort} below the org's short-abandon threshold. */
  record Abandoned(String queueId, String mediaType, long waitMillis, boolean isShort)
      implements TrueFact {}

  /** The in-queue flow took the conversation out of the queue. */
  record FlowedOut(String queueId, String mediaType, long waitMillis) implements TrueFact {}

  /** An agent did not take an alerting conversation. */
  record NotResponded(String queueId, String mediaType, String userId, long alertMillis)
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
      long handleMillis)
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
          handleMillis + talk + acw);
    }
  }

  /** An agent passed the conversation to another queue. */
  record Transferred(@Nullable String queueId, String mediaType, String userId, boolean consult)
      implements TrueFact {}

  /** An agent's work was given a wrap-up code. */
  record WrappedUp(@Nullable String queueId, String mediaType, String sessionId, String code)
      implements TrueFact {}
}
