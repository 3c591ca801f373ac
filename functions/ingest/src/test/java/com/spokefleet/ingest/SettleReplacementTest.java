package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job's whole result does to its day beyond adding to it. */
class SettleReplacementTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final String RUN =
      "{\"datasets\": [\"conversation-details\", \"conversation-counts\", \"settle\"]}";
  private static final String INBOUND_ONLY =
      """
          residency: full
          schedule: {historyDays: 5}
          filters:
            conversations:
              conversationFilters:
                - {type: and, predicates: [{dimension: originatingDirection, value: inbound}]}
      """;

  @TempDir Path folder;

  @Test
  void aChangedFilterTakesOutWhatItNoLongerAdmits() {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 5, NOW.minus(Duration.ofDays(4)))
            .conversationsPerDay(40)
            .historyEnd(Instant.parse("2026-11-17T20:00:00Z"))
            .build();
    try (SmallFleet fleet =
        new SmallFleet(folder, new VirtualClock(NOW), List.of(org), Map.of("emea", INBOUND_ONLY))) {
      live(fleet, Duration.ofDays(4));
      assertThat(landed(fleet)).isEqualTo(truth(fleet, false)).isNotEmpty();

      fleet.rewriteFleet(yaml -> yaml.replace("value: inbound", "value: outbound"));
      live(fleet, Duration.ofDays(4));

      assertThat(landed(fleet)).isEqualTo(truth(fleet, true)).isNotEmpty();
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.texts(
                    "select conversation_id from {interactions} where conversation_id not in"
                        + " (select conversation_id from {conversations})"))
            .as("no rows of other tables stay behind")
            .isEmpty();
        assertThat(
                lake.texts(
                    "select distinct filter_hash from {partition_proofs} where table_name ="
                        + " 'conversations' and rows > 0"))
            .hasSize(1);
      }
    }
  }

  @Test
  void aDayBehindThePagingCapIsSettledByJobAndOwedNoMore() {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 6, Instant.parse("2026-11-16T00:00:00Z"))
            .conversationsPerDay(60)
            .volume(Volume.EVEN)
            .historyEnd(Instant.parse("2026-11-16T23:00:00Z"))
            .paginationCap(24)
            .build();
    try (SmallFleet fleet =
        new SmallFleet(folder, new VirtualClock(NOW), List.of(org))
            .withPlan(plan -> ConservationTest.smallPages(plan, 24))) {
      JsonNode details = BadInputTest.dataset(fleet.invoke("emea", RUN), "conversation-details");
      assertThat(details.path("message").asText()).contains("2026-11-16");
      assertThat(details.path("watermark").asText()).isEqualTo("2026-11-16T00:00:00Z");

      live(fleet, Duration.ofDays(1));

      JsonNode after = BadInputTest.dataset(fleet.invoke("emea", RUN), "conversation-details");
      assertThat(after.path("status").asText()).as(after.toPrettyString()).isEqualTo("completed");
      assertThat(after.path("watermark").asText()).isGreaterThan("2026-11-19");
      LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), "by job");
    }
  }

  private static void live(SmallFleet fleet, Duration time) {
    Instant until = fleet.clock().instant().plus(time);
    while (fleet.clock().instant().isBefore(until)) {
      fleet.invoke("emea", RUN);
      fleet.clock().advance(Duration.ofMinutes(5));
      fleet.invoke("emea", RUN);
      fleet.clock().advance(Duration.ofHours(8));
    }
  }

  private static Set<String> landed(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return new TreeSet<>(lake.texts("select conversation_id from {conversations}"));
    }
  }

  private static Set<String> truth(SmallFleet fleet, boolean outbound) {
    return fleet.org("emea").ledger().ended(fleet.clock().instant()).stream()
        .filter(conversation -> conversation.outbound() == outbound)
        .map(TrueConversation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
