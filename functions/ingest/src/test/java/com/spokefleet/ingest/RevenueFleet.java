package com.spokefleet.ingest;

import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.ledger.TrueAftermath;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import com.spokefleet.testing.rates.FakeExchangeRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One org that sells in dollars, pounds and yen, in a fleet that counts in euros. */
final class RevenueFleet implements AutoCloseable {
  static final String ORG = "amer";

  private final FakeExchangeRates rates;
  private final SmallFleet fleet;

  /**
   * @param perDay conversations
   * @param moreOfSpoke lines of the spoke's entry
   * @param exchangeRates lines under exchangeRates, with %s for the ECB's folder; empty for none
   */
  RevenueFleet(
      Path folder,
      int perDay,
      Instant start,
      Instant now,
      String moreOfSpoke,
      String exchangeRates) {
    VirtualClock clock = new VirtualClock(now);
    rates = FakeExchangeRates.start(7, clock);
    FakeOrgSettings org =
        FakeOrgSettings.named(ORG, 23, start)
            .conversationsPerDay(perDay)
            .volume(Volume.EVEN)
            .queues(4)
            .users(8)
            .saleCurrencies("USD", "GBP", "JPY", "EUR")
            .build();
    fleet = new SmallFleet(folder, clock, List.of(org), Map.of(ORG, moreOfSpoke));
    String address = exchangeRates.contains("quote") ? rates.quote() : rates.ecb().toString();
    fleet.rewriteFleet(
        yaml ->
            yaml.replace("currency: EUR\n    businessRegion", "currency: USD\n    businessRegion")
                + (exchangeRates.isEmpty()
                    ? ""
                    : "exchangeRates:\n" + exchangeRates.formatted(address)));
  }

  FakeExchangeRates rates() {
    return rates;
  }

  SmallFleet fleet() {
    return fleet;
  }

  FakeOrg org() {
    return fleet.org(ORG);
  }

  /** Whether the text is an amount, by the rule that fleet.yaml's documentation states. */
  static boolean isAmount(String text) {
    return text.matches("-?\\d+\\.\\d\\d");
  }

  /**
   * What the sale is worth in euros by the bank's rates at the instant, worked out apart from the
   * code under test.
   */
  BigDecimal converted(TrueAftermath sale, Instant at) {
    String currency = sale.currency() == null ? "USD" : sale.currency();
    BigDecimal amount = new BigDecimal(String.valueOf(sale.amount()));
    return amount.divide(rates.ecbRate(currency, rates.inForce(at)), 4, RoundingMode.HALF_EVEN);
  }

  /** All sales of ended conversations, by conversation. */
  Map<String, TrueConversation> sales() {
    Map<String, TrueConversation> sales = new TreeMap<>();
    for (TrueConversation conversation : org().ledger().ended(fleet.clock().instant())) {
      if (conversation.aftermath().amount() != null) {
        sales.put(conversation.id(), conversation);
      }
    }
    return sales;
  }

  /** Converted amounts in the lake, by conversation. */
  Map<String, BigDecimal> convertedInLake() {
    Map<String, BigDecimal> converted = new TreeMap<>();
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      lake.query(
              "select conversation_id, amount_converted from {revenue} where status = 'converted'")
          .forEach(
              row -> converted.put(String.valueOf(row.getFirst()), (BigDecimal) row.getLast()));
    }
    return converted;
  }

  Map<String, Long> statuses() {
    Map<String, Long> statuses = new TreeMap<>();
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      lake.query("select status, count(*) from {revenue} group by status")
          .forEach(
              row ->
                  statuses.put(
                      String.valueOf(row.getFirst()), ((Number) row.getLast()).longValue()));
    }
    return statuses;
  }

  Map<String, String> revenueBytes() {
    Map<String, String> bytes = LakeBytes.hashes(fleet.lake(), Set.of());
    bytes.keySet().removeIf(key -> !key.startsWith("revenue/"));
    return bytes;
  }

  @Override
  public void close() {
    fleet.close();
    rates.close();
  }
}
