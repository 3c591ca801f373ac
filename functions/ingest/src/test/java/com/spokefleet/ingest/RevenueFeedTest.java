package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.ledger.TrueAftermath;
import com.spokefleet.testing.ledger.TrueConversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money told by files that somebody puts into the lake's store. */
class RevenueFeedTest {
  private static final Instant HISTORY = Instant.parse("2026-11-16T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final String PREFIX = "inbound/amer/revenue/";
  private static final String SPOKE =
      "    residency: full\n    revenue:\n      feed: {prefix: %s, format: csv}\n"
          .formatted(PREFIX);
  private static final String ECB = "  source: ecb\n  endpoint: %s\n";
  private static final String HEADER = "conversation_id,amount,currency,conversation_start\n";

  @TempDir Path folder;

  @Test
  void theLastRowOfEachConversationIsConvertedByTheRateAtItsEnd() {
    try (RevenueFleet world = new RevenueFleet(folder, 300, HISTORY, NOW, SPOKE, ECB)) {
      Map<String, TrueConversation> sales = goodSales(world);
      put(world, "2026-11-17.csv", HEADER + lines(sales, "1.11"));
      put(world, "2026-11-18.csv", HEADER + lines(sales, null));

      world.fleet().tick(RevenueFleet.ORG);

      assertThat(sales).hasSizeGreaterThan(100);
      assertThat(world.convertedInLake()).isEqualTo(truth(world, sales));
      Map<String, String> bytes = world.revenueBytes();
      world.fleet().clock().advance(Duration.ofHours(30));
      world.fleet().tick(RevenueFleet.ORG);
      assertThat(world.revenueBytes()).containsAllEntriesOf(bytes);
    }
  }

  @Test
  void aFileThatComesLateUnderAnEarlierNameDoesNotWin() {
    try (RevenueFleet world = new RevenueFleet(folder, 300, HISTORY, NOW, SPOKE, ECB)) {
      Map<String, TrueConversation> sales = goodSales(world);
      put(world, "b.csv", HEADER + lines(sales, null));
      world.fleet().tick(RevenueFleet.ORG);
      put(world, "a.csv", HEADER + lines(sales, "1.11"));
      later(world);
      assertThat(world.convertedInLake()).isEqualTo(truth(world, sales));

      // A corrected file counts, for it is the last one.
      put(world, "b.csv", HEADER + lines(sales, "2.22"));
      later(world);
      try (DuckDb lake = new DuckDb(world.fleet().lake())) {
        assertThat(lake.texts("select distinct amount::varchar from {revenue}"))
            .containsExactly("2.2200");
      }
    }
  }

  @Test
  void aRowWhoseConversationIsNotThereYetWaitsForIt() {
    try (RevenueFleet world = new RevenueFleet(folder, 300, HISTORY, NOW, SPOKE, ECB)) {
      world.fleet().tick(RevenueFleet.ORG);
      Map<String, TrueConversation> before = goodSales(world);
      world.fleet().clock().advance(Duration.ofHours(3));
      Map<String, TrueConversation> after = goodSales(world);
      after.keySet().removeAll(before.keySet());
      assertThat(after).hasSizeGreaterThan(5);
      put(world, "early.csv", HEADER + lines(after, null) + "not-a-conversation,5.00,USD,\n");
      // Only the feed is read, so that the conversations are not there yet.
      world.fleet().invoke(RevenueFleet.ORG, "{\"datasets\": [\"revenue\"]}");
      assertThat(waiting(world)).isEqualTo(after.size() + 1);
      assertThat(world.fleet().lake().resolve("revenue")).doesNotExist();

      later(world);

      assertThat(world.convertedInLake()).isEqualTo(truth(world, after));
      assertThat(waiting(world)).isEqualTo(1);
      assertThat(LoggedMetrics.of(world.fleet().log()).sum("revenue_waiting")).isPositive();
    }
  }

  /** Written by DuckDB, which shares no code with our reader. */
  @Test
  void aFeedOfParquetFilesIsAsGoodAsOneOfLines() {
    String spoke = SPOKE.replace("csv", "parquet");
    try (RevenueFleet world = new RevenueFleet(folder, 300, HISTORY, NOW, spoke, ECB)) {
      Map<String, TrueConversation> sales = goodSales(world);
      String id = sales.keySet().iterator().next();
      putParquet(world, "a.parquet", lines(sales, "1.11"), "zstd");
      putParquet(world, "b.parquet", lines(sales, "2.22"), "snappy");
      putParquet(world, "c.parquet", lines(sales, null) + id + ",soon,USD,\n", "uncompressed");
      put(world, "d.parquet", "no Parquet at all");

      String report = world.fleet().tick(RevenueFleet.ORG).toPrettyString();

      assertThat(sales).hasSizeGreaterThan(100);
      assertThat(world.convertedInLake()).isEqualTo(truth(world, sales));
      assertThat(new LakeScan(world.fleet()).isInQuarantine("soon")).isTrue();
      assertThat(report).contains("Cannot read inbound/amer/revenue/d.parquet");
    }
  }

  private static void putParquet(
      RevenueFleet world, String name, String lines, String compression) {
    put(world, name + ".csv", HEADER + lines);
    Path file = world.fleet().lake().resolve(PREFIX + name);
    Path csv = file.resolveSibling(name + ".csv");
    try (DuckDb duck = new DuckDb(world.fleet().lake())) {
      duck.run(
          ("copy (select conversation_id, amount, currency, conversation_start::timestamptz as"
                  + " conversation_start from read_csv('%s', header = true, all_varchar = true))"
                  + " to '%s' (format parquet, compression %s)")
              .formatted(csv, file, compression));
      Files.delete(csv);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void spoiltLinesGoAsideWholeAndTheRestLands() {
    try (RevenueFleet world = new RevenueFleet(folder, 300, HISTORY, NOW, SPOKE, ECB)) {
      Map<String, TrueConversation> sales = goodSales(world);
      String id = sales.keySet().iterator().next();
      List<String> spoilt =
          List.of(
              id + ",\"12,50\",USD,",
              id + ",1.00,DOLLAR,",
              id + ",1.00,USD",
              id + ",1.00,USD,yesterday",
              ",1.00,USD,",
              "\"" + id + ",1.00,USD,",
              "Qx marks the customer,1.00,USD,");
      put(world, "a.csv", HEADER + lines(sales, null) + String.join("\r\n", spoilt) + "\n");
      put(world, "b.csv", "no header that anybody knows\n1,2\n");

      String report = world.fleet().tick(RevenueFleet.ORG).toPrettyString();

      assertThat(world.convertedInLake()).isEqualTo(truth(world, sales));
      LakeScan scan = new LakeScan(world.fleet());
      assertThat(spoilt).allSatisfy(line -> assertThat(scan.isInQuarantine(line)).isTrue());
      assertThat(scan.findings(List.of("marks the customer"))).hasSize(1);
      assertThat(report).contains("b.csv: its first line does not name the columns");
    }
  }

  private static void later(RevenueFleet world) {
    world.fleet().clock().advance(Duration.ofMinutes(61));
    world.fleet().tick(RevenueFleet.ORG);
  }

  private static long waiting(RevenueFleet world) {
    try (DuckDb lake = new DuckDb(world.fleet().lake())) {
      return lake.number("select count(*) from {revenue_waiting}");
    }
  }

  private static Map<String, TrueConversation> goodSales(RevenueFleet world) {
    Map<String, TrueConversation> sales = new TreeMap<>(world.sales());
    Instant settled = world.fleet().clock().instant().minus(Duration.ofMinutes(2));
    sales
        .values()
        .removeIf(
            sale ->
                !RevenueFleet.isAmount(String.valueOf(sale.aftermath().amount()))
                    || settled.isBefore(end(sale)));
    return sales;
  }

  private static Instant end(TrueConversation sale) {
    Instant end = sale.end();
    if (end == null) {
      throw new AssertionError("Cannot use an open conversation");
    }
    return end;
  }

  /** One line per sale; every other one tells when its conversation started. */
  private static String lines(Map<String, TrueConversation> sales, @Nullable String amount) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (TrueConversation sale : sales.values()) {
      TrueAftermath told = sale.aftermath();
      lines.append(
          "%s,%s,%s,%s\n"
              .formatted(
                  sale.id(),
                  amount == null ? told.amount() : amount,
                  told.currency() == null ? "" : told.currency(),
                  number++ % 2 == 0 ? "" : sale.start()));
    }
    return lines.toString();
  }

  private static Map<String, BigDecimal> truth(
      RevenueFleet world, Map<String, TrueConversation> sales) {
    Map<String, BigDecimal> truth = new TreeMap<>();
    sales.forEach((id, sale) -> truth.put(id, world.converted(sale.aftermath(), end(sale))));
    return truth;
  }

  private static void put(RevenueFleet world, String name, String text) {
    try {
      Path file = world.fleet().lake().resolve(PREFIX + name);
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
