package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.ledger.TrueConversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P2 for money: landed with conversations, told by files, or converted late, it ends in the same
 * bytes whatever side effect a run dies after.
 */
class RevenueCrashTest {
  private static final Instant HISTORY = Instant.parse("2026-11-17T20:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final String ECB = "  source: ecb\n  endpoint: %s\n";
  private static final String FEED = "inbound/amer/revenue/";
  private static final String BY_FEED =
      "    residency: full\n    revenue:\n      feed: {prefix: %s, format: csv}\n".formatted(FEED);
  private static final String BY_ATTRIBUTE =
      """
          residency: full
          revenue:
            attribute: {amount: orderValue, currency: orderCurrency}
      """;

  @TempDir Path folder;

  @Test
  void moneyOfAFeedEndsInTheSameBytesWhateverARunDiesAfter() {
    Map<String, Integer> points = new CrashPoints(folder, Feed::new).assertSameEnd();

    assertThat(points)
        .containsKeys(
            "object revenue",
            "object revenue_waiting",
            "object fx_rates",
            "object partition_proofs",
            "checkpoint revenue-feed",
            "checkpoint revenue",
            "checkpoint exchange-rates");
    assertThat(points.get("object revenue")).as("without rates, then with them").isGreaterThan(2);
  }

  @Test
  void moneyOfAttributesEndsInTheSameBytesWhateverARunDiesAfter() {
    Map<String, Integer> points = new CrashPoints(folder, Attributes::new).assertSameEnd();

    assertThat(points)
        .containsKeys(
            "object revenue",
            "object conversations",
            "checkpoint revenue",
            "object fx_rates",
            "job");
    assertThat(points.get("object revenue")).as("without rates, then with them").isGreaterThan(1);
  }

  /** Files tell of conversations of two days; the bank does not answer the first run. */
  private static final class Feed extends Life {
    private static final String MONEY = "{\"datasets\": [\"exchange-rates\", \"revenue\"]}";

    Feed(Path folder) {
      super(folder, BY_FEED);
      world.fleet().invoke(RevenueFleet.ORG, "{\"datasets\": [\"conversation-details\"]}");
      StringBuilder lines =
          new StringBuilder("conversation_id,amount,currency,conversation_start\n");
      for (TrueConversation sale : world.sales().values()) {
        lines.append("%s,12.50,GBP,%s\n".formatted(sale.id(), sale.start()));
      }
      put(folder, "a.csv", lines.toString());
      put(folder, "b.csv", lines + "not-a-conversation,5.00,USD,\n");
    }

    private static void put(Path folder, String name, String text) {
      try {
        Path file = folder.resolve("lake").resolve(FEED + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void live() {
      world.rates().answer(503);
      world.fleet().invoke(RevenueFleet.ORG, MONEY);
      world.rates().answer(200);
      world.fleet().clock().advance(Duration.ofMinutes(70));
      world.fleet().invoke(RevenueFleet.ORG, MONEY);
    }

    @Override
    public void goOn() {
      again(MONEY, Duration.ofHours(3));
    }
  }

  /** A backfill brings sales with their conversations; the bank answers after that. */
  private static final class Attributes extends Life {
    private static final String DAYS =
        "{\"datasets\": [\"backfill\"], \"from\": \"2026-11-18\", \"to\": \"2026-11-18\"}";
    private static final String MONEY = "{\"datasets\": [\"exchange-rates\", \"revenue\"]}";

    Attributes(Path folder) {
      super(folder, BY_ATTRIBUTE);
      world.org().jobs().availabilityLag(Duration.ZERO);
      world.fleet().clock().advance(Duration.ofHours(15));
    }

    @Override
    public void live() {
      backfill();
      world.fleet().invoke(RevenueFleet.ORG, MONEY);
    }

    private void backfill() {
      for (int unit = 0; unit < 2; unit++) {
        world.fleet().invoke(RevenueFleet.ORG, DAYS);
        world.fleet().clock().advance(Duration.ofMinutes(3));
      }
    }

    @Override
    public void goOn() {
      CrashLife.sleepUntil(world.fleet(), NOW.plus(Duration.ofHours(17)));
      backfill();
      again(MONEY, Duration.ofHours(18));
    }
  }

  private abstract static class Life implements CrashLife {
    final RevenueFleet world;

    Life(Path folder, String spoke) {
      world = new RevenueFleet(folder, 40, HISTORY, NOW, spoke, ECB);
    }

    void again(String request, Duration afterNow) {
      CrashLife.sleepUntil(world.fleet(), NOW.plus(afterNow));
      world.rates().answer(200);
      world.fleet().invoke(RevenueFleet.ORG, request);
      world.fleet().clock().advance(Duration.ofMinutes(70));
      world.fleet().invoke(RevenueFleet.ORG, request);
    }

    @Override
    public void assertTrue() {
      assertThat(world.statuses().keySet()).isSubsetOf("converted", "invalid_amount");
      assertThat(world.statuses().get("converted")).isGreaterThan(5);
    }

    @Override
    public SmallFleet fleet() {
      return world.fleet();
    }

    @Override
    public LongSupplier submitted() {
      return () -> world.org().ledger().served().requests(Endpoint.DETAILS_JOBS);
    }

    @Override
    public void close() {
      world.close();
    }
  }
}
