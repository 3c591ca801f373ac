package com.spokefleet.testing.server;

import com.spokefleet.testing.org.DirectoryEntry;
import com.spokefleet.testing.traffic.Amendment;
import com.spokefleet.testing.traffic.GeneratedConversations;
import com.spokefleet.testing.traffic.GeneratedConversations.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Changes conversations while somebody reads them. What already ended changes only within {@code
 * reach} of its end, because nobody who re-reads a shorter overlap could ever learn of it.
 */
public final class LateChanges {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long LONGEST_LIFE_MILLIS = 6 * DAY_MILLIS;
  private static final int USUAL_WAY_BACK_DAYS = 6;
  private static final int LONGEST_WAY_BACK_DAYS = 40;
  private static final long DELAY_MILLIS = 600_000;
  private static final long WORK_MILLIS = 480_000;
  private static final long AFTER_CALL_MILLIS = 45_000;
  private static final long CORRECTION_MILLIS = 1_234;

  private final GeneratedConversations conversations;
  private final List<DirectoryEntry> wrapupCodes;
  private final long reachMillis;
  private long changes;

  public LateChanges(
      GeneratedConversations conversations, List<DirectoryEntry> wrapupCodes, Duration reach) {
    this.conversations = conversations;
    this.wrapupCodes = wrapupCodes;
    this.reachMillis = reach.toMillis();
  }

  long reachMillis() {
    return reachMillis;
  }

  /** An open conversation will end ten minutes later than it would have. */
  public synchronized Optional<String> delayAnEnd(long asOf) {
    return amend(
        asOf,
        position -> end(position, asOf) > asOf && canLiveOn(position, asOf),
        new Amendment.EndsLate(asOf, DELAY_MILLIS));
  }

  /** A conversation that ended lately gets another wrap-up code or a corrected talk time. */
  public synchronized Optional<String> changeAfterEnd(long asOf) {
    String code = wrapupCodes.get((int) (changes % wrapupCodes.size())).id();
    changes++;
    return amend(
        asOf,
        position -> end(position, asOf) <= asOf && end(position, asOf) > asOf - reachMillis,
        changes % 2 == 0
            ? new Amendment.Correction(asOf, CORRECTION_MILLIS)
            : new Amendment.LateWrapup(asOf, code));
  }

  /** A conversation that ended lately opens again for some minutes. */
  public synchronized Optional<String> reopen(long asOf) {
    return amend(
        asOf,
        position ->
            end(position, asOf) <= asOf
                && end(position, asOf) > asOf - reachMillis
                && canLiveOn(position, asOf),
        reopening(asOf));
  }

  /** Changes the latest-ended of those that ended at least so long ago, whatever the reach. */
  public synchronized Optional<String> changeLongAfterEnd(long asOf, Duration ago) {
    String code = wrapupCodes.get((int) (changes % wrapupCodes.size())).id();
    changes++;
    return amend(
        asOf,
        LONGEST_WAY_BACK_DAYS,
        position -> end(position, asOf) <= asOf - ago.toMillis(),
        new Amendment.LateWrapup(asOf, code));
  }

  /** Opens one again that ended at least so long ago, whatever the reach. */
  public synchronized Optional<String> reopenLongAfterEnd(long asOf, Duration ago) {
    return amend(
        asOf,
        LONGEST_WAY_BACK_DAYS,
        position -> end(position, asOf) <= asOf - ago.toMillis(),
        reopening(asOf));
  }

  /** Opens this very conversation again; false where it is open or nobody ever worked on it. */
  synchronized boolean reopen(Position position, long asOf) {
    boolean ended = end(position, asOf) <= asOf;
    if (!ended || !canLiveOn(position, asOf) || !conversations.canAmend(position)) {
      return false;
    }
    conversations.amend(position, reopening(asOf));
    return true;
  }

  private static Amendment reopening(long asOf) {
    return new Amendment.Reopened(asOf, WORK_MILLIS, AFTER_CALL_MILLIS);
  }

  private boolean canLiveOn(Position position, long asOf) {
    return conversations.start(position.epochDay(), position.position())
        > asOf - LONGEST_LIFE_MILLIS;
  }

  private long end(Position position, long asOf) {
    return conversations.end(position.epochDay(), position.position(), asOf);
  }

  /** Amends the latest-started conversation that is wanted and not amended yet. */
  private Optional<String> amend(long asOf, Predicate<Position> wanted, Amendment amendment) {
    return amend(asOf, USUAL_WAY_BACK_DAYS, wanted, amendment);
  }

  private Optional<String> amend(
      long asOf, int daysBack, Predicate<Position> wanted, Amendment amendment) {
    long today = Math.floorDiv(asOf, DAY_MILLIS);
    long first = Math.max(today - daysBack, conversations.firstDay());
    for (long day = Math.min(today, conversations.lastDay(asOf)); day >= first; day--) {
      for (int number = conversations.count(day) - 1; number >= 0; number--) {
        Position position = new Position(day, number);
        if (conversations.start(day, number) <= asOf
            && wanted.test(position)
            && conversations.amendmentsOf(position).isEmpty()
            && conversations.canAmend(position)) {
          conversations.amend(position, amendment);
          return Optional.of(conversations.id(day, number));
        }
      }
    }
    return Optional.empty();
  }
}
