package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A record that no reader can accept goes to quarantine byte for byte, and the rest of its page
 * lands.
 */
class PoisonRecordTest {
  private static final Instant NOW = Instant.parse("2026-11-18T15:00:00Z");
  private static final Instant DAY = Instant.parse("2026-11-17T08:00:00Z");
  private static final int GOOD = 12;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a text for a list    | \"participants\": [{           | \"participants\": \"none\","
            + " \"was\": [{",
        "a number for a text  | \"mediaType\": \"voice\"       | \"mediaType\": 7",
        "a text for a number  | \"value\": 1000                | \"value\": \"soon\"",
        "null for an object   | \"segments\": [{               | \"segments\": [null, {",
        "null for a session   | \"sessions\": [                | \"sessions\": [null, ",
        "no zone              | \"segmentStart\": \"2026-11-17T08:00:01Z\" | \"segmentStart\":"
            + " \"2026-11-17T08:00:01\"",
        "escaped NULs         | \"purpose\": \"agent\", \"userId\": \" | \"purpose\": \"agent\","
            + " \"userId\": \"\\u0000\\u0000",
      })
  void aSpoiltRecordIsKeptWholeAndTheOthersLand(String what, String sound, String spoilt) {
    String good = GivenRecord.of("poison", DAY, DAY.plusSeconds(90));
    String poison = good.replace(sound.strip(), spoilt.strip());
    assertThat(poison).as(what).isNotEqualTo(good);
    try (SmallFleet fleet = serving(withGood(poison))) {
      JsonNode details = BadInputTest.dataset(fleet.tick("emea"), "conversation-details");

      assertThat(details.path("status").asText())
          .as(details.toPrettyString())
          .isEqualTo("completed");
      assertThat(details.path("landed").asInt()).isEqualTo(GOOD);
      assertThat(details.path("quarantined").asInt()).isPositive();
      assertThat(quarantined(fleet)).as(what).containsExactly(poison);
      assertProofCountsIt(fleet);
    }
  }

  /** JSON forbids raw control characters, yet one record that has them must not cost its page. */
  @Test
  void rawNulBytesInOneRecordCostThatRecordAlone() {
    String marked =
        GivenRecord.of("nul", DAY, DAY.plusSeconds(90))
            .replace("\"userId\": \"", "\"userId\": \"#NUL#");
    try (SmallFleet fleet = serving(withGood(marked));
        Gateway gateway = Gateway.before(fleet, "emea")) {
      gateway.tamper(
          (path, request, answer) ->
              answer.with(answer.contentType(), answer.text().replace("#NUL#", "\0\0")));

      JsonNode details = BadInputTest.dataset(fleet.tick("emea"), "conversation-details");

      assertThat(details.path("status").asText())
          .as(details.toPrettyString())
          .isEqualTo("completed");
      assertThat(details.path("landed").asInt()).isEqualTo(GOOD);
      assertThat(quarantined(fleet)).containsExactly(marked.replace("#NUL#", "\0\0"));
    }
  }

  @Test
  void aNameOfThreeHundredCharactersIsNoPoison() {
    String name = "Ω🎧".repeat(150);
    String record =
        GivenRecord.of("long", DAY, DAY.plusSeconds(90))
            .replace(
                "\"purpose\": \"agent\"",
                "\"purpose\": \"customer\", \"participantName\": \"" + name + "\"");
    try (SmallFleet fleet =
        serving(
            withGood(record),
            "    residency: full\n    privacy:\n      allow: [participantName]\n")) {
      fleet.tick("emea");

      assertThat(quarantined(fleet)).isEmpty();
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(
                lake.texts(
                    "select participant_name from {segments} where conversation_id = '"
                        + GivenRecord.id("long")
                        + "'"))
            .containsExactly(name);
        assertThat(lake.number("select max(length(name)) from {dim_queue}")).isEqualTo(300);
      }
    }
  }

  @Test
  void readingAPoisonRecordAgainKeepsOneCopy() {
    String poison =
        GivenRecord.of("poison", DAY, DAY.plusSeconds(90))
            .replace("\"value\": 1000", "\"value\": {}");
    try (SmallFleet fleet = serving(withGood(poison))) {
      fleet.tick("emea");
      fleet.clock().advance(Duration.ofMinutes(5));
      fleet.invoke(
          "emea",
          "{\"datasets\": [\"conversation-details\"], \"from\": \"2026-11-17\", \"to\":"
              + " \"2026-11-17\"}");

      assertThat(quarantined(fleet)).containsExactly(poison);
    }
  }

  /** As a query and a job tell it: the job adds attributes. */
  @Test
  void twoFormsOfAPoisonRecordAreKeptAndCountOnce() {
    String poison =
        GivenRecord.of("poison", DAY, DAY.plusSeconds(90))
            .replace("\"value\": 1000", "\"value\": {}");
    try (SmallFleet fleet = serving(withGood(poison));
        Gateway gateway = Gateway.before(fleet, "emea")) {
      fleet.tick("emea");
      gateway.tamper(
          (path, request, answer) ->
              answer.with(
                  answer.contentType(),
                  answer.text().replace("\"value\": {}", "\"value\": {\"more\": 1}")));
      fleet.clock().advance(Duration.ofMinutes(5));
      fleet.invoke(
          "emea",
          "{\"datasets\": [\"conversation-details\"], \"from\": \"2026-11-17\", \"to\":"
              + " \"2026-11-17\"}");

      assertThat(quarantined(fleet)).hasSize(2);
      assertProofCountsIt(fleet);
    }
  }

  private static void assertProofCountsIt(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      assertThat(
              lake.query(
                  "select units, quarantined, query_total_hits from {partition_proofs} "
                      + "where table_name = 'conversations' and day = date '2026-11-17'"))
          .extracting(Object::toString)
          .containsExactly("[" + GOOD + ", 1, " + (GOOD + 1) + "]");
    }
  }

  private static List<String> withGood(String record) {
    List<String> records =
        new ArrayList<>(
            GivenRecord.sequence("good", DAY.plusSeconds(600), Duration.ofMinutes(10), GOOD));
    records.add(GOOD / 2, record);
    return records;
  }

  private static List<String> quarantined(SmallFleet fleet) {
    Path quarantine = fleet.lake().resolve("quarantine");
    if (!Files.exists(quarantine)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(quarantine)) {
      List<String> records = new ArrayList<>();
      for (Path file : tree.filter(path -> path.toString().endsWith(".json")).toList()) {
        records.add(Files.readString(file, StandardCharsets.UTF_8));
      }
      return records;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private SmallFleet serving(List<String> records) {
    return serving(records, "    residency: full\n");
  }

  private SmallFleet serving(List<String> records, String moreOfSpoke) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 5, Instant.parse("2026-11-16T00:00:00Z"))
            .conversationsPerDay(0)
            .queues(12)
            .users(4)
            .build();
    SmallFleet fleet =
        new SmallFleet(folder, new VirtualClock(NOW), List.of(org), Map.of("emea", moreOfSpoke))
            .withPlan(plan -> ConservationTest.smallPages(plan, 100_000));
    fleet.org("emea").serveRecords(records);
    return fleet;
  }
}
