package com.spokefleet.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.genesys.audit.AuditWindow;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.audit.GeneratedAudits;
import com.spokefleet.testing.audit.TrueAudit;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two days of queries, a window after the other, of audits of which some come late. */
class AuditOverlapTest {
  private static final Instant START = Instant.parse("2026-11-16T00:00:00Z");
  private static final Instant END = Instant.parse("2026-11-18T00:00:00Z");
  private static final AuditPlan PLAN = AuditPlan.standard(2);

  @Test
  void theOverlapFindsWhatComesLate() {
    assertThat(missed(PLAN)).isEmpty();
  }

  /** The control. */
  @Test
  void withoutTheOverlapWhatComesLateIsMissedForEver() {
    assertThat(missed(withoutOverlap())).hasSizeGreaterThan(5);
  }

  private static Set<String> missed(AuditPlan plan) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 21, START).conversationsPerDay(0).queues(4).users(8).build();
    try (FakeGenesysCloud cloud =
        FakeGenesysCloud.start(List.of(org), Clock.fixed(END, ZoneOffset.UTC))) {
      GeneratedAudits audits = cloud.org("emea").audits().generated();
      audits.perDay(400);
      Set<String> found = new HashSet<>();
      ServiceProgress progress = ServiceProgress.first("any", START);
      for (Instant now = START; now.isBefore(END); now = now.plus(Duration.ofMinutes(20))) {
        Optional<AuditWindow> window = progress.next(now, plan);
        if (window.isPresent()) {
          audits
              .between(window.get().from(), window.get().to(), now)
              .forEach(audit -> found.add(audit.id()));
          progress =
              progress
                  .submitted(new PendingQuery("id", window.get(), now, Optional.empty(), 0))
                  .completed();
        }
      }
      // What could still come into the next window is not missed yet.
      Instant settled = progress.readUpTo().minus(PLAN.overlap());
      return audits.between(START, settled, END).stream()
          .map(TrueAudit::id)
          .filter(id -> !found.contains(id))
          .collect(Collectors.toSet());
    }
  }

  private static AuditPlan withoutOverlap() {
    return new AuditPlan(
        PLAN.period(),
        PLAN.settling(),
        Duration.ZERO,
        PLAN.longestWindow(),
        PLAN.historyDays(),
        PLAN.patience(),
        PLAN.attempts(),
        PLAN.pause(),
        PLAN.landAfter(),
        PLAN.readingShare());
  }
}
