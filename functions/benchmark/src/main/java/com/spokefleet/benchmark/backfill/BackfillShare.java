package com.spokefleet.benchmark.backfill;

import com.spokefleet.benchmark.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Backfills several orgs at once and counts, at the fake orgs, whether each keeps to its share of
 * its limit and uses it, and how old the data of its ticks gets; the same on every machine.
 */
public final class BackfillShare {
  private static final int THREADS = 2;
  private static final double TOLERANCE = 0.05;

  /** A minute that is left alone, a unit that is waited for, and the tick itself. */
  private static final Duration ALLOWED_AGE = Duration.ofSeconds(60 + 60 + 30);

  private final Path folder;
  private final int orgs;
  private final int days;
  private final int conversationsPerDay;

  public BackfillShare(Path folder, int orgs, int days, int conversationsPerDay) {
    this.folder = folder;
    this.orgs = orgs;
    this.days = days;
    this.conversationsPerDay = conversationsPerDay;
  }

  /** Fails when a share is exceeded in any window, not held within 5 %, or a tick falls behind. */
  public void measure(Report report) throws IOException {
    report.heading("Backfill");
    report.table(
        "org",
        "requests",
        "minutes",
        "requests per window, share",
        "mean of busy windows",
        "highest of all",
        "ticks meanwhile",
        "oldest data at the end of a tick, s");
    int number = 0;
    for (BackfillMeasured measured : measureAll(report)) {
      number++;
      report.row(
          Integer.toString(number),
          Integer.toString(measured.requests()),
          Report.number(measured.elapsed().toSeconds() / 60.0, 1),
          Integer.toString(BackfilledOrg.SHARE),
          Report.number(measured.mean(), 2),
          Integer.toString(measured.highest()),
          Integer.toString(measured.ages().size()),
          Long.toString(measured.oldest().toSeconds()));
      require(number, measured);
    }
  }

  private List<BackfillMeasured> measureAll(Report report) throws IOException {
    List<Future<BackfillMeasured>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int number = 1; number <= orgs; number++) {
        int org = number;
        running.add(threads.submit(() -> measureOne(org, report)));
      }
      List<BackfillMeasured> all = new ArrayList<>();
      for (Future<BackfillMeasured> one : running) {
        all.add(one.get());
      }
      return all;
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private BackfillMeasured measureOne(int number, Report report) throws IOException {
    try (BackfilledOrg org =
        new BackfilledOrg(folder.resolve("org-" + number), number, days, conversationsPerDay)) {
      BackfillMeasured measured = org.run();
      report.progress("org " + number + " of " + orgs + " is backfilled");
      return measured;
    }
  }

  private static void require(int number, BackfillMeasured measured) {
    boolean kept = measured.highest() <= BackfilledOrg.SHARE;
    boolean held =
        measured.busy().isEmpty() || measured.mean() >= BackfilledOrg.SHARE * (1 - TOLERANCE);
    boolean fresh = measured.oldest().compareTo(ALLOWED_AGE) <= 0;
    if (!kept || !held || !fresh) {
      throw new IllegalStateException(
          "Cannot keep the promised share of org %d: windows %s, oldest data %s"
              .formatted(number, measured.windows(), measured.oldest()));
    }
  }
}
