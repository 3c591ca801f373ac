package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an ordinary tick costs: the pages that hold something new or in the overlap, and one more.
 */
class SteadyTickTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final int PAGE = 4;
  private static final Duration OVERLAP = Duration.ofMinutes(30);

  private static final String CONVERSATIONS = "{\"datasets\": [\"conversation-details\"]}";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 24, 240, 960})
  void aTickCostsThePagesOfNewAndOverlappingRowsAndOneMore(int conversationsPerDay) {
    try (SmallFleet fleet = fleet(conversationsPerDay)) {
      FakeOrg org = fleet.org("emea");
      assertThat(fleet.invoke("emea", CONVERSATIONS).path("status").asText())
          .isEqualTo("completed");
      Instant readUpTo = NOW.minus(Duration.ofMinutes(1));
      long dearest = 0;
      for (int tick = 0; tick < 10; tick++) {
        fleet.clock().advance(Duration.ofMinutes(5));
        Instant now = fleet.clock().instant();
        long before = org.ledger().served().requests(Endpoint.DETAILS_QUERY);

        JsonNode report = fleet.invoke("emea", CONVERSATIONS);

        long requests = org.ledger().served().requests(Endpoint.DETAILS_QUERY) - before;
        // Rows that ended in the last minute are in the reply, too; the tick leaves them to the
        // next one.
        long rows = endedSince(org, readUpTo.minus(OVERLAP), now);
        assertThat(requests)
            .as("tick " + tick + " with " + rows + " new and overlapping rows")
            .isBetween(1L, Math.ceilDiv(rows, PAGE) + 1);
        assertThat(report.path("requests").asLong()).as("and no other request").isEqualTo(requests);
        dearest = Math.max(dearest, requests);
        readUpTo = now.minus(Duration.ofMinutes(1));
      }
      if (conversationsPerDay == 0) {
        assertThat(dearest).as("an idle org's dearest tick").isEqualTo(1);
      } else {
        LakeTruth.assertLakeEqualsLedger(
            fleet, "emea", fleet.clock().instant(), conversationsPerDay + " a day");
      }
    }
  }

  /**
   * The control of the count above: a plan that reads its whole look-back each time pays for it.
   */
  @Test
  void readingTheWholeLookbackEachTickWouldCostManyTimesAsMuch() {
    try (SmallFleet fleet = fleet(240)) {
      fleet.withPlan(plan -> plan(plan, Duration.ofDays(1)));
      fleet.invoke("emea", CONVERSATIONS);
      fleet.clock().advance(Duration.ofMinutes(5));
      long before = fleet.org("emea").ledger().served().requests(Endpoint.DETAILS_QUERY);

      fleet.invoke("emea", CONVERSATIONS);

      long requests = fleet.org("emea").ledger().served().requests(Endpoint.DETAILS_QUERY) - before;
      assertThat(requests).isGreaterThan(20);
    }
  }

  private static long endedSince(FakeOrg org, Instant from, Instant asOf) {
    long rows = 0;
    for (TrueConversation conversation : org.ledger().ended(asOf)) {
      Instant end = conversation.end();
      rows += end != null && !end.isBefore(from) ? 1 : 0;
    }
    return rows;
  }

  private SmallFleet fleet(int conversationsPerDay) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 9, Instant.parse("2026-11-18T00:00:00Z"))
            .conversationsPerDay(conversationsPerDay)
            .volume(Volume.EVEN)
            .queues(2)
            .users(4)
            .build();
    return new SmallFleet(folder, new VirtualClock(NOW), List.of(org))
        .withPlan(plan -> plan(plan, OVERLAP));
  }

  private static ReadPlan plan(ReadPlan plan, Duration overlap) {
    return new ReadPlan(
        plan.settling(),
        overlap,
        plan.lookback(),
        1,
        PAGE,
        plan.maximumResults(),
        plan.readingShare(),
        plan.landAfter(),
        plan.memoryBytes());
  }
}
