package com.spokefleet.ingest.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.config.ExchangeRates;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.normalize.currency.ExchangeRate;
import com.spokefleet.normalize.currency.KnownPeriod;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.testing.rates.FakeExchangeRates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteRatesTest {
  private static final Instant NOW = Instant.parse("2026-11-18T14:00:30Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void aQuoteIsInForceFromItsOwnTimeAndMakesTheTimeBeforeItKnown() {
    try (FakeExchangeRates api = FakeExchangeRates.start(3, CLOCK)) {
      Instant minute = Instant.parse("2026-11-18T14:00:00Z");
      KnownPeriod known = new KnownPeriod(minute.minusSeconds(7_200), minute.minusSeconds(3_600));

      PublishedRates first = read(api, KnownPeriod.NONE);
      PublishedRates next = read(api, known);
      PublishedRates again = read(api, new KnownPeriod(known.from(), minute));

      assertThat(first.rates())
          .containsExactly(
              new ExchangeRate(USD, EUR, minute, rate(api.quoted("USD", "EUR", minute)), "quote"));
      assertThat(first.period()).isEqualTo(new KnownPeriod(minute, minute));
      assertThat(next.period()).isEqualTo(new KnownPeriod(known.until(), minute));
      assertThat(again.period().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1762783200,2025-11-10T14:00:00Z",
    "1762783200123,2025-11-10T14:00:00.123Z",
    "\"2025-11-10T15:00:00+01:00\",2025-11-10T14:00:00Z"
  })
  void theTimeMayBeWrittenInThreeWays(String written, Instant time) {
    try (FakeExchangeRates api = FakeExchangeRates.start(3, CLOCK)) {
      api.spoil(answer -> "{\"data\":{\"mid\":\"0.92\",\"at\":" + written + "}}");

      assertThat(read(api, KnownPeriod.NONE).rates().getFirst().asOf()).isEqualTo(time);
    }
  }

  @Test
  void aRateHasTenPlacesAndNoDouble() {
    try (FakeExchangeRates api = FakeExchangeRates.start(3, CLOCK)) {
      api.spoil(answer -> "{\"data\":{\"mid\":0.12345678905123,\"at\":1762783200}}");

      assertThat(read(api, KnownPeriod.NONE).rates().getFirst().rate()).isEqualTo("0.1234567891");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "{}",
        "[]",
        "{\"data\":{\"mid\":0,\"at\":1762783200}}",
        "{\"data\":{\"mid\":-1.2,\"at\":1762783200}}",
        "{\"data\":{\"mid\":\"1,2\",\"at\":1762783200}}",
        "{\"data\":{\"mid\":null,\"at\":1762783200}}",
        "{\"data\":{\"mid\":1e99,\"at\":1762783200}}",
        "{\"data\":{\"mid\":1e-40,\"at\":1762783200}}",
        "{\"data\":{\"mid\":1.2,\"at\":\"today\"}}",
        "{\"data\":{\"mid\":1.2}}",
        "{\"data\":{\"mid\":1.2,\"at\":1762783200}} {}"
      })
  void anAnswerThatTellsNoRateIsAFailureAndNeverOne(String body) {
    try (FakeExchangeRates api = FakeExchangeRates.start(3, CLOCK)) {
      api.spoil(answer -> body);

      IngestException failure =
          catchThrowableOfType(IngestException.class, () -> read(api, KnownPeriod.NONE));

      assertThat(failure).as(body).isNotNull();
      assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
      assertThat(failure).hasMessageStartingWith("Cannot get a quote of USD in EUR");
    }
  }

  private static PublishedRates read(FakeExchangeRates api, KnownPeriod known) {
    QuoteRates source =
        new QuoteRates(
            new ExchangeRates.Quote(
                api.quote(), "/data/mid", "/data/at", Duration.ofHours(1), Optional.empty()),
            USD,
            EUR,
            new RatesHttp(HttpRuntime.newClient(Duration.ofSeconds(5))),
            reference -> {
              throw new AssertionError("no key is wanted");
            });
    return source.read(NOW, known, Deadline.after(Duration.ofMinutes(1), CLOCK));
  }

  private static BigDecimal rate(BigDecimal number) {
    return number.setScale(10);
  }
}
