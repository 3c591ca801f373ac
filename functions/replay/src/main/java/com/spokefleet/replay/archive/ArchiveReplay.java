package com.spokefleet.replay.archive;

import com.spokefleet.aws.Sleeper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Has EventBridge replay a window of an archive. The replay's name follows from archive, window and
 * rules, so that asking for the same again finds the replay there is, whatever became of who asked;
 * one that ended early is followed by another that begins where it stopped.
 */
public final class ArchiveReplay {
  /** EventBridge replays in intervals of a minute, in no order within. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final int MOST_ATTEMPTS = 100;
  private static final int NAME_DIGITS = 24;

  private final Archive archive;
  private final Sleeper sleeper;

  public ArchiveReplay(Archive archive, Sleeper sleeper) {
    this.archive = archive;
    this.sleeper = sleeper;
  }

  /**
   * What there is now.
   *
   * @param started whether this call started it
   */
  public record Result(String name, boolean started, ReplayState state) {}

  /** What a call of {@link #ensure} would find or do, without doing it. */
  public Result look(Instant from, Instant to, List<String> rules) {
    return next(from, to, rules, false);
  }

  /** Starts the replay unless it runs or ran already. */
  public Result ensure(Instant from, Instant to, List<String> rules) {
    return next(from, to, rules, true);
  }

  /** Looks until it does not run any more, or the time is up. */
  public Result await(Result result, Duration time) throws InterruptedException {
    Result now = result;
    for (Duration left = time;
        now.state().phase() == ReplayState.Phase.RUNNING && left.isPositive();
        left = left.minus(LOOK_EVERY)) {
      sleeper.sleep(LOOK_EVERY);
      now = new Result(result.name(), result.started(), describe(result.name()));
    }
    return now;
  }

  private Result next(Instant from, Instant to, List<String> rules, boolean starts) {
    String base = name(from, to, rules);
    Instant begin = from;
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      String name = base + "-" + attempt;
      Optional<ReplayState> state = archive.describe(name);
      if (state.isEmpty()) {
        if (starts) {
          archive.start(name, begin, to, rules);
        }
        return new Result(name, starts, starts ? describe(name) : waiting());
      }
      if (state.get().phase() != ReplayState.Phase.ENDED_EARLY) {
        return new Result(name, false, state.get());
      }
      Instant reached = state.get().lastEvent().map(last -> last.minus(INTERVAL)).orElse(begin);
      begin = reached.isAfter(begin) ? reached : begin;
    }
    throw new IllegalStateException(
        "Cannot replay archive %s: %d replays of this window ended early"
            .formatted(archive.name(), MOST_ATTEMPTS));
  }

  private ReplayState describe(String name) {
    return archive.describe(name).orElseGet(ArchiveReplay::waiting);
  }

  private static ReplayState waiting() {
    return new ReplayState(ReplayState.Phase.RUNNING, "", Optional.empty());
  }

  private String name(Instant from, Instant to, List<String> rules) {
    String what = String.join("\n", archive.name(), "" + from, "" + to, "" + rules);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return "spokefleet-" + HexFormat.of().formatHex(hash).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Cannot digest: every Java has SHA-256", impossible);
    }
  }
}
