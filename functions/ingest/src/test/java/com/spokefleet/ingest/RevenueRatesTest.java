package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.ledger.TrueConversation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where rates come from, through whole runs: a quote API with a key, and the bank's long file. */
class RevenueRatesTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:30Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String SPOKE =
      """
          residency: full
          schedule: {historyDays: 1}
          revenue:
            attribute: {amount: orderValue, currency: orderCurrency}
      """;
  private static final String QUOTE =
      """
        source: quote
        endpoint: %s
        rate: /data/mid
        time: /data/at
        apiKey: env:RATES
        apiKeyHeader: X-Rates-Key
      """;

  @TempDir Path folder;

  @Test
  void quotesAreFetchedWithTheKeyAndConvertWhatEndedBetweenThem() {
    Instant begun = NOW.minus(Duration.ofHours(4));
    try (RevenueFleet world = new RevenueFleet(folder, 400, begun, NOW, SPOKE, QUOTE)) {
      world.rates().wants("X-Rates-Key", "the-key-of-the-api");
      world.fleet().variable("RATES_CLIENT_ID", "unused");
      world.fleet().variable("RATES_CLIENT_SECRET", "the-key-of-the-api");
      world.fleet().tick(RevenueFleet.ORG);
      Instant first = world.fleet().clock().instant().truncatedTo(ChronoUnit.MINUTES);
      world.fleet().clock().advance(Duration.ofHours(2));
      world.fleet().tick(RevenueFleet.ORG);
      Instant second = world.fleet().clock().instant().truncatedTo(ChronoUnit.MINUTES);
      settle(world, "2026-11-18");

      Map<String, BigDecimal> converted = world.convertedInLake();
      converted.keySet().retainAll(inDollars(world).keySet());
      assertThat(converted).as("ended between the quotes").hasSizeGreaterThan(3);
      converted.forEach(
          (id, euros) -> {
            TrueConversation sale = Objects.requireNonNull(inDollars(world).get(id));
            assertThat(sale.end()).isBetween(first, second);
            assertThat(euros)
                .isEqualByComparingTo(
                    new BigDecimal(String.valueOf(sale.aftermath().amount()))
                        .multiply(world.rates().quoted("USD", "EUR", first))
                        .setScale(4, RoundingMode.HALF_EVEN));
          });
      assertThat(world.statuses()).as("ended before the first quote").containsKey("no_rate");
      assertThat(world.fleet().log()).doesNotContain("the-key-of-the-api");
    }
  }

  /** The control. */
  @Test
  void withoutTheKeyThereIsNoQuoteAndTheRunSaysSo() {
    try (RevenueFleet world = new RevenueFleet(folder, 100, NOW.minus(DAY), NOW, SPOKE, QUOTE)) {
      world.rates().wants("X-Rates-Key", "the-key-of-the-api");
      world.fleet().variable("RATES_CLIENT_ID", "unused");
      world.fleet().variable("RATES_CLIENT_SECRET", "an-old-key");

      String report = world.fleet().tick(RevenueFleet.ORG).toPrettyString();

      assertThat(report).contains("Cannot get a quote of USD in EUR: HTTP 401");
      assertThat(world.fleet().log()).doesNotContain("an-old-key");
    }
  }

  /** Sales of 77 days ago, which the files read so far do not reach. */
  @Test
  void aBackfillMakesTheBanksHistoryReachBackAndConvertsByTheRatesOfThen() {
    Instant history = Instant.parse("2026-09-02T06:00:00Z");
    String ecb = "  source: ecb\n  endpoint: %s\n";
    try (RevenueFleet world = new RevenueFleet(folder, 40, history, NOW, SPOKE, ecb)) {
      world.fleet().tick(RevenueFleet.ORG);
      settle(world, "2026-09-02");
      assertThat(world.statuses().get("no_rate")).isPositive();

      world.fleet().clock().advance(Duration.ofMinutes(10));
      world.fleet().tick(RevenueFleet.ORG);

      assertThat(world.statuses()).doesNotContainKey("no_rate");
      Map<String, BigDecimal> truth = new TreeMap<>();
      Map<String, BigDecimal> held = world.convertedInLake();
      world
          .sales()
          .forEach(
              (id, sale) -> {
                if (held.containsKey(id)) {
                  truth.put(
                      id, world.converted(sale.aftermath(), Objects.requireNonNull(sale.end())));
                }
              });
      assertThat(held).hasSizeGreaterThan(5).isEqualTo(truth);
    }
  }

  private static Map<String, TrueConversation> inDollars(RevenueFleet world) {
    Map<String, TrueConversation> sales = world.sales();
    sales
        .values()
        .removeIf(
            sale ->
                sale.aftermath().currency() != null && !"USD".equals(sale.aftermath().currency())
                    || !RevenueFleet.isAmount(String.valueOf(sale.aftermath().amount())));
    return sales;
  }

  /** Only jobs bring attributes. */
  private static void settle(RevenueFleet world, String day) {
    world.org().jobs().availabilityLag(Duration.ZERO);
    if (day.equals("2026-11-18")) {
      world.fleet().clock().advance(Duration.ofHours(13));
    }
    String request =
        "{\"datasets\": [\"backfill\"], \"from\": \"%s\", \"to\": \"%s\"}".formatted(day, day);
    for (int unit = 0; unit < 3; unit++) {
      world.fleet().invoke(RevenueFleet.ORG, request);
      world.fleet().clock().advance(Duration.ofMinutes(3));
    }
  }
}
