package com.spokefleet.cli.demo;

import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.ledger.TrueFact;
import com.spokefleet.testing.org.ServiceLevelSwitches;
import com.spokefleet.testing.org.ServiceTargets;
import java.time.Duration;
import java.time.Instant;

/**
 * What an org knows to have happened in its queues so far, open and poison conversations included
 * as aggregates include them.
 *
 * @param inTime answered within the threshold; this and what follows without callbacks
 * @param inTimeOf answered and abandoned
 * @param inTimeOfEnded of conversations that have ended and can be read
 * @param inTimeOfAllEnded answered and abandoned of these
 * @param inOwnTime answered within the target of the queue, callbacks included
 * @param inOwnTimeOf what the org's own switches count beside the answered
 */
record EmittedTruth(
    long offered,
    long answered,
    long abandoned,
    long inTime,
    long inTimeOf,
    long inTimeOfEnded,
    long inTimeOfAllEnded,
    long inOwnTime,
    long inOwnTimeOf) {

  static EmittedTruth of(DemoSpoke spoke, Duration threshold) {
    return of(spoke, threshold, spoke.org().serviceLevelSwitches());
  }

  /** The same if the org worked its own service level out by these switches. */
  static EmittedTruth of(DemoSpoke spoke, Duration threshold, ServiceLevelSwitches switches) {
    Instant now = spoke.clock().instant();
    Tally tally =
        new Tally(now.minus(spoke.server().settings().ingestionLag()), threshold.toMillis());
    spoke.server().ledger().forEach(now, tally::add);
    return new EmittedTruth(
        tally.offered,
        tally.answered,
        tally.abandoned,
        tally.inTime,
        tally.inTimeOf,
        tally.inTimeOfEnded,
        tally.inTimeOfAllEnded,
        tally.inOwnTime,
        switches.denominator(
            tally.answered, tally.abandoned, tally.shortAbandoned, tally.flowedOut));
  }

  private static final class Tally {
    private final Instant visible;
    private final long thresholdMs;
    private long offered;
    private long answered;
    private long abandoned;
    private long shortAbandoned;
    private long flowedOut;
    private long inOwnTime;
    private long inTime;
    private long inTimeOf;
    private long inTimeOfEnded;
    private long inTimeOfAllEnded;

    Tally(Instant visible, long thresholdMs) {
      this.visible = visible;
      this.thresholdMs = thresholdMs;
    }

    void add(TrueConversation conversation) {
      boolean landed = conversation.ended() && !conversation.poison();
      for (TrueFact fact : conversation.facts()) {
        if (!fact.emittedAt().isAfter(visible)) {
          switch (fact) {
            case TrueFact.Offered _ -> offered++;
            case TrueFact.Answered answer -> {
              answered++;
              inOwnTime += isInOwnTime(answer) ? 1 : 0;
              addWait(answer, answer.waitMillis() <= thresholdMs, landed);
            }
            case TrueFact.Abandoned abandon -> {
              abandoned++;
              shortAbandoned += abandon.isShort() ? 1 : 0;
              addWait(abandon, false, landed);
            }
            case TrueFact.FlowedOut _ -> flowedOut++;
            default -> {}
          }
        }
      }
    }

    private static boolean isInOwnTime(TrueFact.Answered answer) {
      return answer.waitMillis() <= ServiceTargets.thresholdMillis(answer.mediaType());
    }

    private void addWait(TrueFact fact, boolean isInTime, boolean landed) {
      if (fact.mediaType().equals("callback")) {
        return;
      }
      inTimeOf++;
      inTime += isInTime ? 1 : 0;
      inTimeOfAllEnded += landed ? 1 : 0;
      inTimeOfEnded += landed && isInTime ? 1 : 0;
    }
  }
}
