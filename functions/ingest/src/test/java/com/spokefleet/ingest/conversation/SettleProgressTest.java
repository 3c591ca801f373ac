package com.spokefleet.ingest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.genesys.conversation.JobMatching;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The schedule of settling, held against a model over random lives: dates that lag, stand still and
 * move back, jobs that fail, days that somebody wants again.
 */
class SettleProgressTest {
  private static final SettlePlan PLAN = SettlePlan.standard();
  private static final LocalDate FIRST = LocalDate.parse("2026-11-10");
  private static final int LIVES = 300;
  private static final int DAYS = 50;
  private static final long SEED = Long.getLong("spokefleet.seed", 1L);

  private final SettleProgressJson json = new SettleProgressJson();

  @Test
  void everyDayIsReReadAsScheduledAndNeverBeforeItsDataIsThere() {
    for (long seed = SEED; seed < SEED + LIVES; seed++) {
      new Life(seed, true).live();
    }
  }

  /** The control: a gate that is open a day too early is noticed. */
  @Test
  void aScheduleThatLooksAtTheClockInsteadOfTheDateWouldAskTooEarly() {
    int early = 0;
    for (long seed = SEED; seed < SEED + 20; seed++) {
      early += new Life(seed, false).live();
    }
    assertThat(early).isPositive();
  }

  private final class Life {
    private final long seed;
    private final Random random;
    private final boolean gated;
    private final Map<LocalDate, Instant> startDayReads = new HashMap<>();
    private final Set<LocalDate> overlapReads = new HashSet<>();
    private final Map<String, Instant> submittedWith = new HashMap<>();
    private Instant now = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private Instant available = now.minus(Duration.ofHours(9));
    private SettleProgress progress = SettleProgress.from(FIRST);
    private int jobs;
    private int early;

    Life(long seed, boolean gated) {
      this.seed = seed;
      this.random = new Random(seed);
      this.gated = gated;
    }

    int live() {
      while (now.isBefore(startOf(FIRST.plusDays(DAYS)))) {
        step(true);
      }
      // What went wrong stops; somebody asks for what was given up.
      LocalDate last = FIRST.plusDays(DAYS);
      Set<LocalDate> given = new HashSet<>();
      progress.givenUp(PLAN).forEach(failure -> given.add(failure.work().day()));
      progress = progress.asked(given, Instant.EPOCH);
      while (now.isBefore(startOf(last.plusDays(45)))) {
        step(false);
      }
      if (!gated) {
        return early;
      }
      for (LocalDate day = FIRST; day.isBefore(last); day = day.plusDays(1)) {
        assertThat(overlapReads).as("seed " + seed).contains(day);
        assertThat(startDayReads).as("seed " + seed).containsKey(day);
        assertThat(startDayReads.get(day))
            .as("seed " + seed + ": what is known when " + day + " was read last")
            .isAfterOrEqualTo(startOf(day.plusDays(30)));
        assertThat(progress.days()).as("seed " + seed).doesNotContainKey(day);
      }
      assertThat(progress.again()).as("seed " + seed).isEmpty();
      return early;
    }

    private void step(boolean faults) {
      now = now.plus(Duration.ofMinutes(20 + random.nextInt(600)));
      moveDate(faults);
      serve(faults);
      SettleProgress before = progress;
      progress = progress.looked(gated ? available : now);
      assertNothingUndone(before);
      if (faults && random.nextInt(20) == 0) {
        progress = progress.withAgain(FIRST.plusDays(random.nextInt(DAYS)), now);
      }
      for (SettleWork work : progress.due(PLAN, now)) {
        if (progress.jobs().size() < PLAN.jobsAtOnce()) {
          submit(work);
        }
      }
      progress = json.read("test", json.write(progress));
      assertNoWorkTwice();
    }

    private void moveDate(boolean faults) {
      int dice = random.nextInt(faults ? 10 : 4);
      if (dice == 9) {
        available = available.minus(Duration.ofHours(random.nextInt(40)));
      } else if (dice < 7) {
        Instant next = now.minus(Duration.ofHours(1 + random.nextInt(24)));
        available = next.isAfter(available) ? next : available;
      }
    }

    private void serve(boolean faults) {
      for (SettleJob job : progress.jobs()) {
        int dice = random.nextInt(faults ? 6 : 3);
        if (dice == 5) {
          progress = progress.failed(PLAN, job, "it failed", now);
        } else if (dice > 0) {
          boolean whole = !job.knows().isBefore(job.work().needs());
          if (whole && job.work().matching() == JobMatching.START_DAY) {
            startDayReads.merge(
                job.work().day(), job.knows(), (one, other) -> one.isAfter(other) ? one : other);
          } else if (whole) {
            overlapReads.add(job.work().day());
          }
          progress = progress.done(PLAN, job);
        }
      }
    }

    private void submit(SettleWork work) {
      if (work.needs().isAfter(available)) {
        early++;
      }
      assertThat(gated && work.needs().isAfter(available))
          .as("seed " + seed + ": " + work + " asked for at " + available)
          .isFalse();
      String id = "job-" + jobs++;
      submittedWith.put(id, available);
      progress =
          progress.submitted(SettleJob.submitted(work, id, "none", now, progress.available()));
    }

    private void assertNothingUndone(SettleProgress before) {
      before
          .days()
          .forEach(
              (day, state) ->
                  assertThat(progress.days().get(day)).as("seed " + seed).isEqualTo(state));
      assertThat(progress.nextDay()).as("seed " + seed).isAfterOrEqualTo(before.nextDay());
    }

    private void assertNoWorkTwice() {
      List<String> works = new ArrayList<>();
      progress.jobs().forEach(job -> works.add(job.work().day() + " " + job.work().matching()));
      assertThat(works).as("seed " + seed).doesNotHaveDuplicates();
    }
  }

  @Test
  void ofReReadingsThatAreDueAtOnceOnlyTheLatestIsMade() {
    Instant muchLater = startOf(FIRST.plusDays(8));
    SettleProgress progress = SettleProgress.from(FIRST).looked(muchLater);

    assertThat(progress.due(PLAN, muchLater))
        .filteredOn(work -> work.day().equals(FIRST))
        .containsExactly(
            new SettleWork(FIRST, JobMatching.OVERLAP, startOf(FIRST.plusDays(1))),
            new SettleWork(FIRST, JobMatching.START_DAY, startOf(FIRST.plusDays(7))));
  }

  /** Peers' defect 17. */
  @Test
  void nightsThatWereMissedAreCaughtUp() {
    Instant threeDaysLater = startOf(FIRST.plusDays(3));

    SettleProgress progress = SettleProgress.from(FIRST).looked(threeDaysLater);

    assertThat(progress.days()).containsOnlyKeys(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
  }

  @Test
  void aDayIsGivenUpAfterThreeResubmissionsUntilNewerDataIsDue() {
    Instant now = startOf(FIRST.plusDays(3));
    SettleProgress progress = SettleProgress.from(FIRST).looked(now);
    SettleWork work = new SettleWork(FIRST, JobMatching.START_DAY, startOf(FIRST.plusDays(3)));
    for (int times = 1; times <= 4; times++) {
      assertThat(progress.due(PLAN, now)).contains(work);
      SettleJob job = SettleJob.submitted(work, "job", "none", now, now);
      progress = progress.submitted(job).failed(PLAN, job, "it failed", now);
      assertThat(progress.due(PLAN, now)).doesNotContain(work);
      now = now.plus(PLAN.pauseAfter(times));
    }
    assertThat(progress.givenUp(PLAN)).hasSize(1);
    assertThat(progress.due(PLAN, now.plus(Duration.ofDays(1)))).doesNotContain(work);

    Instant newer = startOf(FIRST.plusDays(7));
    assertThat(progress.looked(newer).due(PLAN, newer))
        .contains(new SettleWork(FIRST, JobMatching.START_DAY, newer));
    assertThat(progress.asked(List.of(FIRST), Instant.EPOCH).due(PLAN, now)).contains(work);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
