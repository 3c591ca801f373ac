package com.spokefleet.ingest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.genesys.conversation.DetailsJobRequest;
import com.spokefleet.genesys.conversation.JobMatching;
import com.spokefleet.ingest.RunRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However long the range, its jobs cover each instant of it once, each within the API's limit. */
class BackfillSplitTest {
  /** Genesys answers without a filter for at most seven days. */
  private static final Duration LIMIT = Duration.ofDays(7);

  /** Windows end a millisecond early, because Genesys counts in those and touches whole days. */
  private static final Duration TICK = Duration.ofMillis(1);

  @Test
  void theJobsOfARangeAreTheRange() {
    long seed = Long.getLong("spokefleet.seed", 20_261_121L);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      LocalDate from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_200));
      LocalDate to = from.plusDays(random.nextInt(round % 5 == 0 ? 400 : 10));
      List<DetailsJobRequest> jobs = jobs(from, to);
      String description = "seed %d, %s to %s".formatted(seed, from, to);

      Instant at = from.atStartOfDay(ZoneOffset.UTC).toInstant();
      for (DetailsJobRequest job : jobs) {
        assertThat(job.from()).as(description).isEqualTo(at);
        assertThat(Duration.between(job.from(), job.to()))
            .as(description)
            .isLessThanOrEqualTo(LIMIT);
        at = job.to().plus(TICK);
      }
      assertThat(at)
          .as(description)
          .isEqualTo(to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  /** What is submitted for the range, by time, as the progress hands it out. */
  private static List<DetailsJobRequest> jobs(LocalDate from, LocalDate to) {
    SettlePlan plan = BackfillPlan.standard().jobs();
    Instant now = to.plusDays(10).atStartOfDay(ZoneOffset.UTC).toInstant();
    SettleProgress progress =
        SettleProgress.from(LocalDate.of(9999, 1, 1))
            .asked(new RunRequest.DayRange(from, to).days(), Instant.EPOCH)
            .looked(now);
    List<DetailsJobRequest> jobs = new ArrayList<>();
    for (SettleWork work : progress.due(plan, now)) {
      assertThat(work.matching()).isEqualTo(JobMatching.START_DAY);
      jobs.add(work.request(QueryFilter.NONE));
    }
    jobs.sort(Comparator.comparing(DetailsJobRequest::from));
    return jobs;
  }
}
