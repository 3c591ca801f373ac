package com.spokefleet.normalize.currency;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.normalize.row.RevenueRow;
import com.spokefleet.normalize.row.StartDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevenueRowsTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Instant MONDAY = Instant.parse("2026-11-16T15:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T15:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void shouldConvertByTheRateInForceWhenTheConversationEnded() {
    RevenueRow row =
        rows(knownUntil("2026-11-18T15:00:00Z")).row(sale("100.00", "USD", "2026-11-17T14:59:59Z"));

    assertThat(row.status()).isEqualTo(RevenueStatus.CONVERTED);
    assertThat(row.amountConverted()).isEqualTo("80.0000");
    assertThat(row.rate()).isEqualTo("0.8000000000");
    assertThat(row.rateAsOf()).isEqualTo(MONDAY);
    assertThat(row.rateSource()).isEqualTo("ecb");
  }

  @Test
  void shouldGoThroughTheBaseOfBothAndRoundOnce() {
    RevenueRow row =
        new RevenueRows("org", USD, GBP, WEEK, knownUntil("2026-11-18T15:00:00Z"))
            .row(sale("0.01", null, "2026-11-17T16:00:00Z"));

    assertThat(row.currency()).isEqualTo("USD");
    assertThat(row.amountConverted())
        .isEqualTo(
            new BigDecimal("0.01")
                .multiply(new BigDecimal("0.85"))
                .divide(new BigDecimal("1.6"), 4, RoundingMode.HALF_EVEN));
    assertThat(row.base()).isEqualTo("EUR");
    assertThat(row.currencyPerBase()).isEqualTo("1.6");
    assertThat(row.fleetCurrencyPerBase()).isEqualTo("0.85");
  }

  /** The promise: once its instant is known, nothing that is landed later changes a row. */
  @Test
  void shouldGiveTheSameRowHoweverManyRatesCameSince() {
    long seed = Long.getLong("spokefleet.seed", 42);
    Random random = new Random(seed);
    List<ExchangeRate> all = new ArrayList<>();
    Instant at = MONDAY;
    for (int number = 0; number < 60; number++) {
      all.add(
          new ExchangeRate(
              EUR, USD, at, BigDecimal.valueOf(10_000 + random.nextInt(5_000), 4), "ecb"));
      at = at.plus(Duration.ofMinutes(1 + random.nextInt(600)));
    }
    int changedByNow = 0;
    for (int round = 0; round < 300; round++) {
      int first = 1 + random.nextInt(all.size() - 1);
      int later = first + random.nextInt(all.size() - first);
      Instant until = all.get(first).asOf();
      Instant end =
          MONDAY.plusSeconds(random.nextLong(Duration.between(MONDAY, until).toSeconds()));
      Sale sale = sale("129.90", "USD", end.toString());
      RevenueRow once = rows(history(all.subList(0, first), until)).row(sale);
      RevenueRow again = rows(history(all.subList(0, later + 1), all.get(later).asOf())).row(sale);

      assertThat(again).as("seed %d, round %d", seed, round).isEqualTo(once);
      assertThat(once.status()).isEqualTo(RevenueStatus.CONVERTED);

      // Negative control: converting by the moment of landing gives another amount on re-reading.
      BigDecimal byNow = convertedBy(all.subList(0, first), until);
      BigDecimal byLater = convertedBy(all.subList(0, later + 1), all.get(later).asOf());
      changedByNow += byNow.equals(byLater) ? 0 : 1;
    }
    assertThat(changedByNow).isGreaterThan(100);
  }

  private static BigDecimal convertedBy(List<ExchangeRate> rates, Instant now) {
    Sale asIfEndedNow = sale("129.90", "USD", now.minusSeconds(1).toString());
    return Objects.requireNonNull(rows(history(rates, now)).row(asIfEndedNow).amountConverted());
  }

  @Test
  void shouldWaitWhileALaterRateCouldStillHaveBeenInForce() {
    RevenueRows early = rows(knownUntil("2026-11-17T15:00:00Z"));
    RevenueRow waiting = early.row(sale("100", "USD", "2026-11-17T15:00:00Z"));

    assertThat(waiting.status()).isEqualTo(RevenueStatus.NO_RATE);
    assertThat(waiting.amount()).isEqualTo("100.0000");
    assertThat(waiting.amountConverted()).isNull();
    assertThat(early.isPending(waiting)).isTrue();
    RevenueRows later = rows(knownUntil("2026-11-18T15:00:00Z"));
    assertThat(later.again(waiting, waiting.end()))
        .isEqualTo(later.row(sale("100", "USD", "2026-11-17T15:00:00Z")));
  }

  @Test
  void shouldKeepWhatHasNoRateOrAnOldOneInItsOwnCurrency() {
    RevenueRows rows = rows(knownUntil("2026-12-31T00:00:00Z"));
    RevenueRow stale = rows.row(sale("100", "USD", "2026-11-24T15:00:01Z"));
    RevenueRow none = rows.row(sale("100", "CHF", "2026-11-17T16:00:00Z"));
    RevenueRow before = rows.row(sale("100", "USD", "2026-11-16T14:59:59Z"));

    assertThat(stale.status()).isEqualTo(RevenueStatus.STALE_RATE);
    assertThat(none.status()).isEqualTo(RevenueStatus.NO_RATE);
    assertThat(before.status()).isEqualTo(RevenueStatus.NO_RATE);
    for (RevenueRow row : List.of(stale, none, before)) {
      assertThat(row.amount()).isEqualTo("100.0000");
      assertThat(row.amountConverted()).isNull();
      assertThat(row.rate()).isNull();
      assertThat(rows.isPending(row)).isEqualTo(row == before);
    }
    assertThat(rows.row(sale("100", "USD", "2026-11-24T15:00:00Z")).status())
        .isEqualTo(RevenueStatus.CONVERTED);
  }

  @Test
  void shouldNeedNoRateForTheFleetsOwnCurrency() {
    RevenueRow row =
        rows(new RateHistory(List.of(), KnownPeriod.NONE))
            .row(sale("-7.5", "eur", "2026-11-17T16:00:00Z"));

    assertThat(row.amountConverted()).isEqualTo("-7.5000");
    assertThat(row.rate()).isEqualTo("1.0000000000");
    assertThat(row.rateSource()).isEqualTo("same-currency");
    assertThat(row.rateAsOf()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "n/a",
        "12,50",
        "1.234,56",
        "1e3",
        "0x10",
        "1.23456",
        "NaN",
        "٣",
        "1234567890123",
        "- 1",
        "1.",
        ".5"
      })
  void shouldNotGuessAtWhatIsNoAmount(String text) {
    RevenueRow row =
        rows(knownUntil("2026-11-18T15:00:00Z")).row(sale(text, "USD", "2026-11-17T16:00:00Z"));

    assertThat(row.status()).isEqualTo(RevenueStatus.INVALID_AMOUNT);
    assertThat(row.amount()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.0000",
    "+12.5,12.5000",
    " 7 ,7.0000",
    "1.50000000,1.5000",
    "-999999999999.9999,-999999999999.9999"
  })
  void shouldReadDecimalNumbers(String text, BigDecimal amount) {
    assertThat(Money.amount(text)).contains(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"US", "dollar", "XAU", "XXX", "ZZZ", "$"})
  void shouldNotTakeWhatIsNoCurrencyForTheOrgsOwn(String code) {
    RevenueRow row =
        rows(knownUntil("2026-11-18T15:00:00Z")).row(sale("1", code, "2026-11-17T16:00:00Z"));

    assertThat(row.status()).isEqualTo(RevenueStatus.INVALID_CURRENCY);
    assertThat(row.currency()).isNull();
    assertThat(row.amount()).isEqualTo("1.0000");
  }

  private static RevenueRows rows(RateHistory history) {
    return new RevenueRows("org", USD, EUR, WEEK, history);
  }

  private static RateHistory knownUntil(String until) {
    return history(
        List.of(
            new ExchangeRate(EUR, USD, MONDAY, new BigDecimal("1.25"), "ecb"),
            new ExchangeRate(EUR, USD, TUESDAY, new BigDecimal("1.6"), "ecb"),
            new ExchangeRate(EUR, GBP, TUESDAY, new BigDecimal("0.85"), "ecb")),
        Instant.parse(until));
  }

  private static RateHistory history(List<ExchangeRate> rates, Instant until) {
    return new RateHistory(rates, new KnownPeriod(MONDAY, until));
  }

  private static Sale sale(String amount, @Nullable String currency, String end) {
    Instant start = Instant.parse("2026-11-16T10:00:00Z");
    return new Sale(
        "conversation",
        StartDay.of(start, ZoneOffset.UTC),
        start,
        Instant.parse(end),
        amount,
        currency,
        Sale.ATTRIBUTE);
  }
}
