package com.spokefleet.cli.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Repeats the ingest function until nothing remains to be read. Ends early when a run fails, when
 * another run holds the org, or when two runs in a row read nothing: going on would not help.
 */
public final class RunsUntilComplete {
  private static final int MOST_RUNS_WITHOUT_PROGRESS = 2;

  /** One run of the function. */
  @FunctionalInterface
  interface Run {
    IngestResult of(IngestRequest request) throws IOException;
  }

  private final Run run;

  RunsUntilComplete(Run run) {
    this.run = run;
  }

  public RunsUntilComplete(LocalFunction function, Duration timeout) {
    this(request -> function.run(request, timeout));
  }

  /** The sum of all runs; {@code progress} is given the sum so far after each of them. */
  public IngestResult execute(IngestRequest first, Consumer<IngestResult> progress)
      throws IOException {
    IngestResult sum = run.of(first);
    progress.accept(sum);
    int withoutProgress = 0;
    while (sum.status() == IngestResult.Status.INCOMPLETE
        && withoutProgress < MOST_RUNS_WITHOUT_PROGRESS) {
      IngestResult next = run.of(first.continued());
      withoutProgress = next.landed() == 0 ? withoutProgress + 1 : 0;
      sum = next.after(sum);
      progress.accept(sum);
    }
    return sum;
  }
}
