package com.spokefleet.ingest.currency;

import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.ingest.conversation.ConversationProofs;
import com.spokefleet.lake.tables.RevenueWaitingTable.FeedRow;
import com.spokefleet.normalize.currency.RevenueRows;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Revenue that does not come with a conversation's own landing: money that waited for its rate, and
 * what a feed tells. A day is written only where one of its rows is another one now.
 */
public final class RevenueDataset implements Dataset {
  public static final String NAME = "revenue";

  private final Revenue revenue;
  private final Optional<RevenueFeed> feed;
  private final RevenueDay days;

  /**
   * @param feed empty where no files tell revenue
   */
  public RevenueDataset(
      OrgParts org, Revenue revenue, Optional<RevenueFeed> feed, ConversationProofs making) {
    this.revenue = revenue;
    this.feed = feed;
    this.days = new RevenueDay(org, revenue, making);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isDue(Instant now) {
    return feed.filter(files -> files.isDue(now)).isPresent() || !revenue.owed().days().isEmpty();
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    Work work = new Work(run);
    try {
      if (feed.isPresent()) {
        work.read(feed.get());
      }
      work.convertOwed();
    } catch (SpokefleetException failure) {
      if (failure.kind().isPause()) {
        work.paused = true;
      } else if (failure.kind() == FailureKind.CONFLICT) {
        throw failure;
      }
      work.problems.add(String.valueOf(failure.getMessage()));
    }
    return work.report();
  }

  /** What one run does and finds. */
  private final class Work {
    private final DatasetRun run;
    private final RevenueRows rows = revenue.rows();
    private final Set<LocalDate> done = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();
    private RevenueFeed.Counts counts = RevenueFeed.Counts.NONE;
    private boolean paused;
    private long landed;
    private long changed;

    Work(DatasetRun run) {
      this.run = run;
    }

    void read(RevenueFeed files) {
      counts = files.read(run.fence());
      problems.addAll(counts.problems());
      for (LocalDate day : files.daysToJoin()) {
        if (run.deadline().isPast()) {
          paused = true;
          return;
        }
        Map<String, FeedRow> waiting = files.waiting(day);
        RevenueDay.Outcome outcome = days.join(day, rows, waiting, run.fence());
        tally(day, outcome);
        files.joined(day, outcome.matched(), run.fence());
      }
      files.finished();
    }

    void convertOwed() {
      for (LocalDate day : revenue.owed().days().keySet()) {
        if (run.deadline().isPast()) {
          paused = true;
          return;
        }
        if (!done.contains(day)) {
          tally(day, days.convert(day, rows, run.fence()));
        }
      }
    }

    private void tally(LocalDate day, RevenueDay.Outcome outcome) {
      run.fence().check();
      revenue.owed().replace(day, outcome.waitsSince());
      done.add(day);
      landed += outcome.rows();
      changed += outcome.changed() ? 1 : 0;
    }

    DatasetReport report() {
      int owed = revenue.owed().days().size();
      // Money that waits for a rate is no reason to run again at once.
      DatasetStatus status =
          paused
              ? DatasetStatus.INCOMPLETE
              : problems.isEmpty() ? DatasetStatus.COMPLETED : DatasetStatus.FAILED;
      if (owed > 0) {
        problems.add(owed + " days have money that waits for a rate");
      }
      return new DatasetReport(
          NAME,
          status,
          counts.rows(),
          landed,
          counts.quarantined(),
          changed,
          Optional.empty(),
          0,
          owed,
          problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems)));
    }
  }
}
