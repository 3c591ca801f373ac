package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationAttributesTable;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.ledger.TrueConversation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Money told by participant attributes, across the hour in which the bank publishes: converted by
 * the rate in force at each conversation's end, and for ever the same.
 */
class RevenueByAttributeTest {
  private static final Instant HISTORY = Instant.parse("2026-11-18T11:00:00Z");

  /** Wednesday, an hour and a half before rates come into force at 15:00 UTC. */
  private static final Instant NOW = Instant.parse("2026-11-18T13:30:00Z");

  private static final String SPOKE =
      """
          residency: full
          latency: immediate
          privacy:
            attributes: [orderId]
          revenue:
            attribute: {amount: orderValue, currency: orderCurrency}
      """;
  private static final String ECB = "  source: ecb\n  endpoint: %s\n";

  @TempDir Path folder;

  private final Set<String> landed = new TreeSet<>();
  private Instant told = NOW;

  @Test
  void everySaleIsConvertedByTheRateInForceAtItsEndAndStaysSo() {
    try (RevenueFleet world = new RevenueFleet(folder, 1_200, HISTORY, NOW, SPOKE, ECB)) {
      SmallFleet fleet = world.fleet();
      world.rates().publishesAfter(Duration.ofMinutes(40));
      fleet.tick(RevenueFleet.ORG);
      play(world, Duration.ofMinutes(110));
      assertThat(fleet.clock().instant()).isAfter(Instant.parse("2026-11-18T15:00:00Z"));
      assertThat(world.statuses().getOrDefault("no_rate", 0L))
          .as("ended after 15:00 and the bank has not published yet")
          .isPositive();

      play(world, Duration.ofMinutes(60));
      fleet.clock().advance(Duration.ofMinutes(5));
      assertThat(dataset(fleet.tick(RevenueFleet.ORG), "revenue").path("pendingDays").asInt())
          .isZero();

      Map<String, BigDecimal> truth = truth(world);
      assertThat(truth).hasSizeGreaterThan(20);
      assertThat(world.convertedInLake()).isEqualTo(truth);
      assertThat(sum(world.convertedInLake())).isEqualByComparingTo(sum(truth));
      assertThat(world.statuses().keySet()).isSubsetOf("converted", "invalid_amount");

      // Two days and two rates later everything is read once more.
      Map<String, String> before = world.revenueBytes();
      fleet.clock().advance(Duration.ofDays(2));
      fleet.tick(RevenueFleet.ORG);
      ClosureBatch.handle(
          fleet, fleet.closure(RevenueFleet.ORG), bodies(world, NOW).stream().limit(40).toList());
      assertThat(world.revenueBytes()).isEqualTo(before);

      // Negative control: by the rate of the moment, the same sales come to another sum.
      Map<String, BigDecimal> byNow = new TreeMap<>();
      world
          .sales()
          .forEach(
              (id, sale) -> {
                if (truth.containsKey(id)) {
                  byNow.put(id, world.converted(sale.aftermath(), fleet.clock().instant()));
                }
              });
      assertThat(sum(byNow)).isNotEqualByComparingTo(sum(truth));
    }
  }

  @Test
  void onlyAllowedAttributesAreStoredAndTicksDoNotWipeThem() {
    try (RevenueFleet world = new RevenueFleet(folder, 1_200, HISTORY, NOW, SPOKE, ECB)) {
      SmallFleet fleet = world.fleet();
      fleet.tick(RevenueFleet.ORG);
      play(world, Duration.ofMinutes(30));
      Map<String, String> revenue = world.revenueBytes();
      List<List<Object>> attributes = attributes(fleet);

      fleet.clock().advance(Duration.ofMinutes(1));
      JsonNode tick = fleet.tick(RevenueFleet.ORG);

      assertThat(dataset(tick, "conversation-details").path("fetched").asLong())
          .as("the overlap was read again, without attributes")
          .isPositive();
      assertThat(attributes(fleet)).isEqualTo(attributes).hasSizeGreaterThan(3);
      assertThat(attributes).allSatisfy(row -> assertThat(row.get(1)).isEqualTo("orderId"));
      assertThat(world.revenueBytes()).isEqualTo(revenue).isNotEmpty();
      assertThat(new LakeScan(fleet).findings(world.org().ledger().piiMarkers().all())).isEmpty();

      landAsIfQueriesKnewAttributes(fleet, attributes);
      assertThat(attributes(fleet))
          .as("the control: a landing of records without attributes that took this table along")
          .isEmpty();
    }
  }

  /** What the tick above fetched has the conversations and none of their attributes. */
  private static void landAsIfQueriesKnewAttributes(
      SmallFleet fleet, List<List<Object>> attributes) {
    Table<?> table = ConversationAttributesTable.TABLE;
    FolderObjectStore store = new FolderObjectStore(fleet.lake());
    Path scratch = fleet.folder().resolve("scratch");
    LocalDate day = LocalDate.parse("2026-11-18");
    try (UnitBatch ofQuery = new UnitBatch(List.of(table), scratch, 1 << 20)) {
      attributes.forEach(
          row -> ofQuery.put(day, String.valueOf(row.getFirst()), List.of(List.of())));
      new PartitionMerge(store, scratch)
          .merge(
              table,
              Partition.daily(table.name(), fleet.org(RevenueFleet.ORG).orgId(), day),
              ofQuery,
              () -> {});
    }
  }

  @Test
  void withoutRatesMoneyStaysInItsOwnCurrencyUntilTheyCome() {
    try (RevenueFleet world = new RevenueFleet(folder, 1_200, HISTORY, NOW, SPOKE, ECB)) {
      SmallFleet fleet = world.fleet();
      world.rates().answer(503);
      JsonNode first = fleet.tick(RevenueFleet.ORG);
      assertThat(dataset(first, "exchange-rates").path("status").asText()).isEqualTo("failed");
      assertThat(dataset(first, "conversation-details").path("status").asText())
          .isEqualTo("completed");
      play(world, Duration.ofMinutes(30));

      assertThat(world.convertedInLake().keySet())
          .as("only what is in euros already")
          .isEqualTo(inEuros(world));
      assertThat(world.statuses().get("no_rate")).isPositive();
      assertThat(LoggedMetrics.of(fleet.log()).sum("revenue_unconverted")).isPositive();

      world.rates().answer(200);
      fleet.clock().advance(Duration.ofMinutes(5));
      fleet.tick(RevenueFleet.ORG);
      assertThat(world.convertedInLake()).isEqualTo(truth(world));
    }
  }

  /** Every twenty minutes what ended is told and a tick runs. */
  private void play(RevenueFleet world, Duration time) {
    SmallFleet fleet = world.fleet();
    Instant end = fleet.clock().instant().plus(time);
    while (fleet.clock().instant().isBefore(end)) {
      fleet.clock().advance(Duration.ofMinutes(20));
      List<String> bodies = bodies(world, told);
      told = fleet.clock().instant();
      fleet.clock().advance(Duration.ofSeconds(30));
      ClosureBatch.handle(fleet, fleet.closure(RevenueFleet.ORG), bodies);
      fleet.tick(RevenueFleet.ORG);
    }
  }

  private List<String> bodies(RevenueFleet world, Instant since) {
    List<EmittedEvent> events = world.org().endEvents(since);
    events.forEach(event -> landed.add(event.conversationId()));
    return ClosureBatch.bodies(events);
  }

  /** What the ledger says of the sales whose end was told. */
  private Map<String, BigDecimal> truth(RevenueFleet world) {
    Map<String, BigDecimal> truth = new TreeMap<>();
    try (DuckDb lake = new DuckDb(world.fleet().lake())) {
      Set<String> read = lake.texts("select conversation_id from {revenue}");
      for (TrueConversation sale : world.sales().values()) {
        Instant end = sale.end();
        String amount = String.valueOf(sale.aftermath().amount());
        boolean due = landed.contains(sale.id()) && end != null && end.isBefore(told);
        if (due) {
          assertThat(read).as("sales in the lake").contains(sale.id());
        }
        // One that ended while the events were handled is there, too, or comes with the next.
        if (end != null && read.contains(sale.id())) {
          if (RevenueFleet.isAmount(amount)) {
            truth.put(sale.id(), world.converted(sale.aftermath(), end));
          }
        }
      }
    }
    return truth;
  }

  private Set<String> inEuros(RevenueFleet world) {
    Set<String> ids = new TreeSet<>(truth(world).keySet());
    ids.removeIf(
        id -> !"EUR".equals(Objects.requireNonNull(world.sales().get(id)).aftermath().currency()));
    return ids;
  }

  private static BigDecimal sum(Map<String, BigDecimal> amounts) {
    return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<List<Object>> attributes(SmallFleet fleet) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      return lake.query(
          "select conversation_id, name, value from {conversation_attributes} order by 1, 2");
    }
  }

  private static JsonNode dataset(JsonNode report, String name) {
    for (JsonNode dataset : report.path("datasets")) {
      if (dataset.path("dataset").asText().equals(name)) {
        return dataset;
      }
    }
    throw new AssertionError("Cannot find " + name + " in " + report.toPrettyString());
  }
}
