package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Defects seen in other connectors that no other test here is about; docs/TESTING.md lists them
 * all.
 */
class PeersDefectsTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String DETAILS = "conversation-details";
  private static final String COUNTS = "conversation-counts";

  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir Path folder;

  /** Days of 429 without a sign: throttled time and the age of the data are both metrics. */
  @Test
  void aDayOfThrottlingShowsInTheMetrics() {
    try (SmallFleet fleet = fleet(NOW.minus(Duration.ofDays(2)))) {
      fleet.tick("emea");
      fleet
          .org("emea")
          .faults(
              FaultPlan.scripted(
                  new FaultRule(
                      Endpoint.DETAILS_QUERY, 1, Long.MAX_VALUE, FaultKind.TOO_MANY_REQUESTS)));
      Instant end = NOW.plus(Duration.ofDays(1));
      while (fleet.clock().instant().isBefore(end)) {
        fleet.clock().advance(Duration.ofHours(6));
        int before = fleet.log().length();
        JsonNode details = BadInputTest.dataset(fleet.tick("emea"), DETAILS);
        LoggedMetrics metrics = LoggedMetrics.of(fleet.log().substring(before));

        assertThat(details.path("status").asText()).isEqualTo("incomplete");
        assertThat(metrics.sum("throttled_time_ms")).isPositive();
        assertThat(metrics.sum("data_age_ms"))
            .as("the age an alarm is set on, never younger than the last good reading")
            .isGreaterThanOrEqualTo(
                Duration.between(NOW, fleet.clock().instant()).minusHours(1).toMillis());
      }
    }
  }

  /** A conversation that opens again on day five: its first day is published again, as one row. */
  @Test
  void aConversationThatOpensAgainDaysLaterIsOneRowOfItsFirstDay() {
    try (SmallFleet fleet = fleet(NOW.minus(Duration.ofDays(6)))) {
      fleet.tick("emea");
      String id = fleet.org("emea").reopenLongAfterEnd(Duration.ofDays(4)).orElseThrow();
      List<Object> first = row(fleet, id);
      for (int tick = 0; tick < 4; tick++) {
        fleet.clock().advance(Duration.ofHours(1));
        fleet.tick("emea");
      }

      List<Object> again = row(fleet, id);
      assertThat(again.getFirst()).as("its day").isEqualTo(first.getFirst());
      assertThat(again.getLast().toString())
          .as("its end")
          .isGreaterThan(first.getLast().toString());
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), "opened again");
    }
  }

  /**
   * Something that never arrives: the API counts a conversation it never hands out. The day is read
   * again a few times, not for ever, and is named in every report from then on.
   */
  @Test
  void whatNeverArrivesIsAskedForAFewTimesAndThenNamed() {
    try (SmallFleet fleet = fleet(NOW.minus(Duration.ofDays(1)));
        Gateway gateway = Gateway.before(fleet, "emea")) {
      FakeOrg org = fleet.org("emea");
      String withheld = org.ledger().endedIds(NOW.minus(Duration.ofHours(3))).iterator().next();
      gateway.tamper(
          (path, request, answer) ->
              path.equals(Endpoint.DETAILS_QUERY.path()) ? without(withheld, answer) : answer);
      long[] requests = new long[8];
      for (int hour = 0; hour < requests.length; hour++) {
        long before = org.ledger().served().requests(Endpoint.DETAILS_QUERY);
        fleet.tick("emea");
        requests[hour] = org.ledger().served().requests(Endpoint.DETAILS_QUERY) - before;
        fleet.clock().advance(Duration.ofMinutes(61));
      }

      JsonNode counts = BadInputTest.dataset(fleet.tick("emea"), COUNTS);
      assertThat(counts.path("message").asText())
          .startsWith("days that hold fewer conversations than the API counts: [2026-11-1");
      assertThat(requests[requests.length - 1])
          .as("it is not read again for ever: " + List.of(requests[1], requests[3], requests[7]))
          .isLessThan(requests[3]);
    }
  }

  /** The page as if the record had been forgotten, its total still counting it. */
  private Gateway.Answer without(String id, Gateway.Answer answer) {
    try {
      JsonNode page = mapper.readTree(answer.body());
      if (page.path("conversations") instanceof ArrayNode conversations) {
        for (int index = 0; index < conversations.size(); index++) {
          if (conversations.get(index).path("conversationId").asText().equals(id)) {
            conversations.remove(index);
          }
        }
      }
      return answer.with("application/json", page.toString());
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static List<Object> row(SmallFleet fleet, String id) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      List<List<Object>> rows =
          lake.query(
              "select day, conversation_end from {conversations} where conversation_id = '"
                  + id
                  + "'");
      assertThat(rows).hasSize(1);
      return rows.getFirst();
    }
  }

  private SmallFleet fleet(Instant from) {
    FakeOrgSettings settings =
        FakeOrgSettings.named("emea", 7, from)
            .conversationsPerDay(60)
            .volume(Volume.EVEN)
            .historyEnd(NOW.minus(Duration.ofHours(1)))
            .queues(3)
            .users(6)
            .build();
    return new SmallFleet(folder, new VirtualClock(NOW), List.of(settings))
        .withPlan(
            plan ->
                new ReadPlan(
                    plan.settling(),
                    plan.overlap(),
                    plan.lookback(),
                    7,
                    50,
                    100_000,
                    plan.readingShare(),
                    5_000,
                    1 << 20));
  }
}
