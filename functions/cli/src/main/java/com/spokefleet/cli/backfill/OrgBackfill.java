package com.spokefleet.cli.backfill;

import com.spokefleet.genesys.http.Sleeper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Repeats the units of one org's backfill until nothing more can be read. Everything there is to
 * remember is stored by the function, so this can be stopped at any moment and begun again.
 */
final class OrgBackfill {
  /** Between two units, so that a tick that waits for the org gets it. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** While Genesys prepares results, or another run is at work. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private static final Duration FIRST_PAUSE_AFTER_FAILURE = Duration.ofSeconds(15);

  /** Units that come to nothing, in a row, before it gives up. */
  private static final int MOST_IN_VAIN = 5;

  private static final int MOST_BUSY = 180;

  /** Runs one unit. */
  interface Function {
    BackfillUnit unit() throws IOException;
  }

  private final Function function;
  private final Clock clock;
  private final Sleeper sleeper;

  OrgBackfill(Function function, Clock clock, Sleeper sleeper) {
    this.function = function;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** The state at the end; {@code progress} is given it after every unit. */
  BackfillState run(BackfillState begun, Consumer<BackfillState> progress)
      throws IOException, InterruptedException {
    Instant start = clock.instant();
    BackfillState state = begun;
    int failures = 0;
    int busy = 0;
    while (true) {
      BackfillUnit unit = function.unit();
      boolean further = unit.landed() > 0 || unit.daysAhead() < state.daysAhead();
      state = state.after(unit, Duration.between(start, clock.instant()));
      progress.accept(state);
      switch (unit.status()) {
        case COMPLETED -> {
          return state;
        }
        case FAILED -> {
          failures = further ? 1 : failures + 1;
          if (failures == MOST_IN_VAIN) {
            return state;
          }
          sleeper.sleep(FIRST_PAUSE_AFTER_FAILURE.multipliedBy(1L << (failures - 1)));
        }
        case BUSY -> {
          if (++busy == MOST_BUSY) {
            return state;
          }
          sleeper.sleep(LOOK_AGAIN);
        }
        case INCOMPLETE -> {
          failures = 0;
          busy = 0;
          sleeper.sleep(pauseAfter(unit));
        }
      }
    }
  }

  private Duration pauseAfter(BackfillUnit unit) {
    if (unit.resumeAt().isPresent()) {
      Duration wait = Duration.between(clock.instant(), unit.resumeAt().get());
      return wait.compareTo(PAUSE) > 0 ? wait : PAUSE;
    }
    return unit.landed() > 0 ? PAUSE : LOOK_AGAIN;
  }
}
