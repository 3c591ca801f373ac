package com.spokefleet.normalize.servicelevel;

import com.spokefleet.config.ServiceLevelStandard;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fleet's one rule of service level, for legs ({@code interactions}) and aggregates ({@code
 * queue_intervals}) alike, whatever each org's own switches are.
 *
 * <ul>
 *   <li>Numerator: answered after a wait of at most the threshold, the threshold itself included.
 *   <li>Denominator: answered, plus abandoned after a wait longer than the short-abandon limit. A
 *       limit of 0 leaves every abandon in.
 *   <li>Flow-outs are in neither: the contact is still waiting, elsewhere.
 *   <li>Each queue is charged with what happened in it: a contact passed on counts once in every
 *       queue that answered or lost it.
 *   <li>Figures belong to the moment at which they were emitted, that is of the answer or the
 *       abandon, not to the start of the conversation.
 *   <li>Callbacks are told per medium and kept out of totals over media: nobody listens to music
 *       while waiting for one.
 * </ul>
 */
public final class StandardServiceLevel {
  private static final String CALLBACK = "callback";

  private final long thresholdMs;
  private final long shortAbandonMs;

  public StandardServiceLevel(ServiceLevelStandard standard) {
    this(standard.threshold(), standard.shortAbandon());
  }

  public StandardServiceLevel(Duration threshold, Duration shortAbandon) {
    this.thresholdMs = threshold.toMillis();
    this.shortAbandonMs = shortAbandon.toMillis();
  }

  public long thresholdMs() {
    return thresholdMs;
  }

  /** Abandons after at most this wait do not count; 0 if all do. */
  public long shortAbandonMs() {
    return shortAbandonMs;
  }

  /** Whether a medium belongs in a total over media. */
  public static boolean isInTotal(@Nullable String mediaType) {
    return !CALLBACK.equals(mediaType);
  }

  /** Of one leg: its answers and its abandons, each with the wait before it. */
  public ServiceLevel ofLeg(long answered, long answerWaitMs, long abandoned, long abandonWaitMs) {
    return of(
        answered,
        answerWaitMs <= thresholdMs ? answered : 0,
        abandoned,
        shortAbandonMs > 0 && abandonWaitMs <= shortAbandonMs ? abandoned : 0);
  }

  /** Of counted figures; short abandons are those after at most {@link #shortAbandonMs}. */
  public static ServiceLevel of(
      long answered, long answeredWithin, long abandoned, long abandonedShort) {
    return new ServiceLevel(answeredWithin, answered + abandoned - abandonedShort);
  }
}
