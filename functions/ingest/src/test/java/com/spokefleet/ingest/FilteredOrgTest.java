package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.config.FleetParser;
import com.spokefleet.lake.store.FileCheckpointStore;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filter of fleet.yaml decides what lands, and changing it lands what it admits now. */
class FilteredOrgTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 31L);
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");

  /** Midnight of the first day that the plan of small pages goes back to. */
  private static final Instant HISTORY = Instant.parse("2026-11-15T00:00:00Z");

  private static final Pattern HASH = Pattern.compile("\"filterHash\":\"[^\"]*\"");

  private static final String INBOUND_VOICE =
      """
          residency: full
          filters:
            conversations:
              conversationFilters:
                - {type: and, predicates: [{dimension: originatingDirection, value: inbound}]}
              segmentFilters:
                - {type: and, predicates: [{dimension: mediaType, value: voice}]}
      """;

  private static final Predicate<TrueConversation> IS_INBOUND_VOICE =
      conversation -> !conversation.outbound() && conversation.mediaTypes().contains("voice");
  private static final Predicate<TrueConversation> IS_INBOUND_MAIL =
      conversation -> !conversation.outbound() && conversation.mediaTypes().contains("email");

  @TempDir Path folder;

  @Test
  void whatTheFilterAdmitsLandsAndNothingElse() {
    try (SmallFleet fleet = fleet()) {
      completed(fleet.tick("emea"));
      fleet.clock().advance(Duration.ofHours(2));
      Instant readUpTo = completed(fleet.tick("emea"));

      assertThat(landed(fleet))
          .isNotEmpty()
          .containsAll(truth(fleet, IS_INBOUND_VOICE.and(endedBefore(readUpTo))))
          .isSubsetOf(truth(fleet, IS_INBOUND_VOICE));
      assertThat(truth(fleet, conversation -> true))
          .as("seed %d: there is more that is not admitted", SEED)
          .hasSizeGreaterThan(landed(fleet).size() + 10);
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.texts(
                    "select distinct filter_hash from {partition_proofs}"
                        + " where table_name in ('conversations', 'interactions', 'segments')"))
            .hasSize(1)
            .allMatch(hash -> hash.matches("[0-9a-f]{16}"));
        assertThat(
                lake.number(
                    "select count(*) from {partition_proofs} where query_total_hits is not null"
                        + " and day < '2026-11-18'"
                        + " and query_total_hits <> units"))
            .as("days whose count, under the same filter, is another than what they hold")
            .isZero();
      }
    }
  }

  @Test
  void aChangedFilterReadsEveryDayAgainAndTheProofsSayWhatTheyAreOf() {
    try (SmallFleet fleet = fleet()) {
      completed(fleet.tick("emea"));
      Set<String> voice = landed(fleet);
      Set<String> voiceDays = daysProvenUnder(fleet, hash(fleet));
      assertThat(voiceDays).hasSizeGreaterThan(2);

      readMailInstead(fleet);
      Instant readUpTo = completed(fleet.tick("emea"));

      assertThat(landed(fleet))
          .containsAll(truth(fleet, IS_INBOUND_MAIL.and(endedBefore(readUpTo))))
          .containsAll(voice)
          .isSubsetOf(truth(fleet, IS_INBOUND_VOICE.or(IS_INBOUND_MAIL)));
      assertThat(daysProvenUnder(fleet, hash(fleet)))
          .as("a day that still holds rows of the other filter is not proven to be of this one")
          .doesNotContainAnyElementsOf(voiceDays);
      assertThat(daysProvenUnder(fleet, "several")).isNotEmpty();
    }
  }

  /** The control: a reader that believes its days were read under the filter of today. */
  @Test
  void withoutTheFilterInTheProgressOldDaysStayAsTheyWere() {
    try (SmallFleet fleet = fleet()) {
      completed(fleet.tick("emea"));
      readMailInstead(fleet);
      JsonState progress =
          new JsonState(
              new FileCheckpointStore(fleet.folder().resolve("checkpoints")),
              "conversation-details/" + fleet.org("emea").orgId());
      String before = progress.read().orElseThrow();
      assertThat(before).containsPattern(HASH);
      progress.write(HASH.matcher(before).replaceAll("\"filterHash\":\"" + hash(fleet) + "\""));

      Instant readUpTo = completed(fleet.tick("emea"));

      Set<String> missing = truth(fleet, IS_INBOUND_MAIL.and(endedBefore(readUpTo)));
      missing.removeAll(landed(fleet));
      assertThat(missing).isNotEmpty();
    }
  }

  private static void readMailInstead(SmallFleet fleet) {
    fleet.clock().advance(Duration.ofMinutes(10));
    fleet.rewriteFleet(yaml -> yaml.replace("value: voice", "value: email"));
  }

  private static String hash(SmallFleet fleet) {
    return FleetParser.parse(fleet.folder().resolve("fleet.yaml"))
        .spoke("emea")
        .orElseThrow()
        .conversationFilter()
        .hash();
  }

  /** Days that hold conversations, by the filter that their proofs name. */
  private static Set<String> daysProvenUnder(SmallFleet fleet, String hash) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.texts(
          "select day::varchar from {partition_proofs} where table_name = 'conversations' and rows > 0"
              + " and filter_hash = '"
              + hash
              + "'");
    }
  }

  /** Up to when the run, which must have read everything, has read. */
  private static Instant completed(JsonNode report) {
    JsonNode details = BadInputTest.dataset(report, "conversation-details");
    assertThat(details.path("status").asText()).as(report.toPrettyString()).isEqualTo("completed");
    return Instant.parse(details.path("watermark").asText());
  }

  private static Predicate<TrueConversation> endedBefore(Instant instant) {
    return conversation -> conversation.end() != null && conversation.end().isBefore(instant);
  }

  private static Set<String> landed(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return new TreeSet<>(lake.texts("select conversation_id from {conversations}"));
    }
  }

  private static Set<String> truth(SmallFleet fleet, Predicate<TrueConversation> wanted) {
    return fleet.org("emea").ledger().ended(fleet.clock().instant()).stream()
        .filter(wanted)
        .map(TrueConversation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private SmallFleet fleet() {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", SEED, HISTORY)
            .conversationsPerDay(40)
            .queues(3)
            .users(6)
            .build();
    return new SmallFleet(
            folder, new VirtualClock(NOW), List.of(org), Map.of("emea", INBOUND_VOICE))
        .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
  }
}
