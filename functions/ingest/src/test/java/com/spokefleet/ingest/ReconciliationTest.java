package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.ledger.TrueFigures;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lake held against the aggregates, like with like, by an org that knows what is true. */
class ReconciliationTest {
  private static final Instant FROM = Instant.parse("2026-11-14T00:00:00Z");

  /** Every conversation of the history has ended by then. */
  private static final Instant NOW = Instant.parse("2026-11-18T20:00:00Z");

  private static final Instant HISTORY_END = Instant.parse("2026-11-17T12:00:00Z");
  private static final String NAME = "reconciliation";

  @TempDir Path folder;

  @Test
  void everyDayAgreesByEmissionToTheLastUnitAndWithTheLedger() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      assertThat(fleet.tick("emea").path("status").asText()).isEqualTo("completed");

      Map<LocalDate, String> truth = truthByEmission(fleet);
      assertThat(truth).hasSizeGreaterThan(3);
      Map<LocalDate, String> proven = new TreeMap<>();
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        for (List<Object> row : proofs(lake, "comparison = 'agrees'")) {
          assertThat(row.get(1)).as("lake and aggregates of " + row).isEqualTo(row.get(2));
          proven.put(LocalDate.parse(row.get(0).toString()), row.get(1).toString());
        }
        assertThat(proofs(lake, "comparison <> 'agrees'"))
            .as("but for days before the history, which aggregates were not asked for")
            .allSatisfy(row -> assertThat(row.get(3)).isEqualTo("not_counted"));
      }
      truth.forEach((day, counts) -> assertThat(proven).containsEntry(day, counts));
      assertThat(LoggedMetrics.of(fleet.log()).sum("reconciliation_difference")).isZero();
    }
  }

  /**
   * The trap, and the reason for all of this: aggregates count by emission, partitions are start
   * days, and a conversation over midnight is on two different days.
   */
  @Test
  void byStartDayTheSameFiguresWouldSeemToDiffer() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        Map<String, String> byStartDay = byDay(lake, "interactions", "n_abandoned");
        Map<String, String> byEmission = byDay(lake, "queue_intervals", "n_abandon");

        assertThat(byStartDay.get("2026-11-15")).isNotEqualTo(byEmission.get("2026-11-15"));
        assertThat(byEmission).as("the day after the last").containsKey("2026-11-18");
        assertThat(byStartDay).doesNotContainKey("2026-11-18");
        assertThat(
                lake.number(
                    "select sum(n_answered) from {interactions} where queue_id is not null"))
            .as("though nothing is missing")
            .isEqualTo(lake.number("select sum(n_answered) from {queue_intervals}"));
      }
    }
  }

  /** Poison counts in the aggregates and has no rows: the lake is short, and the proof says why. */
  @Test
  void quarantineExplainsThatTheLakeIsShort() {
    try (SmallFleet fleet = fleet(new DataOddities(30, 0, 0))) {
      fleet.tick("emea");
      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(proofs(lake, "comparison = 'lake_short' and day < '2026-11-17'"))
            .isNotEmpty()
            .allSatisfy(row -> assertThat(row.get(3)).isEqualTo("quarantined_records"));
        assertThat(proofs(lake, "comparison = 'lake_over'")).isEmpty();
      }
    }
  }

  /** The control: rows that the lake lost are missing in the comparison, with their number. */
  @Test
  void whatIsLostIsFoundByTheAggregatesAlone() {
    try (SmallFleet fleet = fleet(DataOddities.none());
        Gateway gateway = Gateway.before(fleet, "emea")) {
      gateway.tamper(
          (path, request, answer) ->
              path.equals(Endpoint.DETAILS_QUERY.path()) ? withoutAnAnsweredCall(answer) : answer);
      fleet.tick("emea");

      try (DuckDb lake = new DuckDb(fleet.lake())) {
        assertThat(proofs(lake, "comparison = 'lake_short'"))
            .as("every day from which a page lost one; open or poison conversations are no excuse")
            .hasSizeGreaterThan(2)
            .allSatisfy(row -> assertThat(row.get(3)).isIn("", "before_history"));
        assertThat(proofs(lake, "comparison = 'lake_short' and difference < 2")).isEmpty();
      }
    }
  }

  @Test
  void asLongAsNothingChangesNothingIsWritten() {
    try (SmallFleet fleet = fleet(DataOddities.none())) {
      fleet.tick("emea");
      fleet.clock().advance(Duration.ofHours(2));
      fleet.invoke("emea", "{\"datasets\": [\"" + NAME + "\"]}");
      fleet.clock().advance(Duration.ofHours(2));
      JsonNode report = fleet.invoke("emea", "{\"datasets\": [\"" + NAME + "\"]}");

      JsonNode dataset = BadInputTest.dataset(report, NAME);
      assertThat(dataset.path("status").asText()).isEqualTo("completed");
      assertThat(dataset.path("landed").asLong()).isZero();
      assertThat(report.path("requests").asLong()).as("and the API is asked nothing").isZero();
    }
  }

  /** Day, the lake's counts, the aggregates', and the reason. */
  private static List<List<Object>> proofs(DuckDb lake, String where) {
    return lake.query(
        """
        select day, concat_ws(' ', emitted_count, emitted_answered, emitted_abandoned),
          concat_ws(' ', aggregate_count, aggregate_answered, aggregate_abandoned), comparison_reason
        from {partition_proofs} where table_name = 'interactions' and \
        """
            + where
            + " order by day");
  }

  private static Map<String, String> byDay(DuckDb lake, String table, String abandoned) {
    Map<String, String> counts = new TreeMap<>();
    lake.query(
            "select day, concat_ws(' ', sum(n_offered), sum(n_answered), sum("
                + abandoned
                + ")) from {"
                + table
                + "} where queue_id is not null group by day")
        .forEach(row -> counts.put(row.getFirst().toString(), row.getLast().toString()));
    return counts;
  }

  private static Map<LocalDate, String> truthByEmission(SmallFleet fleet) {
    Map<LocalDate, long[]> sums = new TreeMap<>();
    fleet
        .org("emea")
        .ledger()
        .emitted(fleet.clock().instant())
        .forEach(
            (key, figures) -> {
              if (key.queueId() != null
                  && figures.offered() + figures.answered() + figures.abandoned() > 0) {
                add(
                    sums.computeIfAbsent(
                        LocalDate.ofInstant(key.interval(), ZoneOffset.UTC), _ -> new long[3]),
                    figures);
              }
            });
    Map<LocalDate, String> truth = new TreeMap<>();
    sums.forEach((day, sum) -> truth.put(day, sum[0] + " " + sum[1] + " " + sum[2]));
    return truth;
  }

  private static void add(long[] sum, TrueFigures figures) {
    sum[0] += figures.offered();
    sum[1] += figures.answered();
    sum[2] += figures.abandoned();
  }

  /** The page as if its first answered conversation did not exist, its total still counting it. */
  private static Gateway.Answer withoutAnAnsweredCall(Gateway.Answer answer) {
    return changed(
        answer,
        conversations -> {
          for (int index = 0; index < conversations.size(); index++) {
            if (conversations.get(index).toString().contains("\"tAnswered\"")) {
              conversations.remove(index);
              return;
            }
          }
        });
  }

  static Gateway.Answer changed(Gateway.Answer answer, Consumer<ArrayNode> change) {
    try {
      JsonNode page = new ObjectMapper().readTree(answer.body());
      if (page.path("conversations") instanceof ArrayNode conversations) {
        change.accept(conversations);
      }
      return answer.with("application/json", page.toString());
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private SmallFleet fleet(DataOddities oddities) {
    FakeOrgSettings settings =
        FakeOrgSettings.named("emea", 5, FROM)
            .conversationsPerDay(120)
            .volume(Volume.EVEN)
            .historyEnd(HISTORY_END)
            .queues(3)
            .users(6)
            .oddities(oddities)
            .build();
    return new SmallFleet(folder, new VirtualClock(NOW), List.of(settings))
        .withPlan(
            plan ->
                new ReadPlan(
                    plan.settling(),
                    plan.overlap(),
                    plan.lookback(),
                    5,
                    100,
                    100_000,
                    plan.readingShare(),
                    5_000,
                    1 << 20));
  }
}
