package com.spokefleet.ingest.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.normalize.currency.ExchangeRate;
import com.spokefleet.normalize.currency.KnownPeriod;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.testing.rates.FakeExchangeRates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The bank's files, read across weekends, holidays, summer time and hours of delay. */
class EcbRatesTest {
  private static final Currency USD = Currency.getInstance("USD");

  private Instant now = Instant.parse("2026-03-20T10:00:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  /** The promise behind every conversion: in a known time no rate ever comes that is not there. */
  @Test
  void noRateEverComesIntoForceInATimeThatIsKnown() {
    long seed = Long.getLong("spokefleet.seed", 11);
    Random random = new Random(seed);
    try (FakeExchangeRates bank = FakeExchangeRates.start(seed, clock)) {
      bank.holiday(LocalDate.of(2026, 4, 3));
      bank.holiday(LocalDate.of(2026, 4, 6));
      EcbRates source = new EcbRates(bank.ecb(), http(), clock);
      KnownPeriod known = KnownPeriod.NONE;
      TreeMap<Instant, ExchangeRate> dollars = new TreeMap<>();
      Instant end = Instant.parse("2026-04-20T00:00:00Z");
      while (now.isBefore(end)) {
        bank.publishesAfter(Duration.ofMinutes(random.nextInt(400)));
        Instant since = known.isEmpty() ? now.minus(Duration.ofDays(20)) : known.until();
        PublishedRates read =
            source.read(since, known, Deadline.after(Duration.ofMinutes(1), clock));
        for (ExchangeRate rate : read.rates()) {
          assertThat(known.holds(rate.asOf()))
              .as("seed %d, at %s: %s was not known before", seed, now, rate)
              .isFalse();
          if (rate.quote().equals(USD)) {
            dollars.put(rate.asOf(), rate);
          }
        }
        known =
            new KnownPeriod(
                known.isEmpty() ? read.period().from() : known.from(), read.period().until());
        for (int probe = 0; probe < 50; probe++) {
          Instant at =
              known
                  .from()
                  .plusSeconds(
                      random.nextLong(Duration.between(known.from(), known.until()).toSeconds()));
          Map.Entry<Instant, ExchangeRate> inForce = dollars.floorEntry(at);
          if (inForce != null) {
            assertThat(inForce.getValue().rate())
                .as("seed %d, at %s, of %s", seed, now, at)
                .isEqualByComparingTo(bank.ecbRate("USD", bank.inForce(at)));
          }
        }
        now = now.plus(Duration.ofMinutes(10 + random.nextInt(900)));
      }
      assertThat(dollars).hasSizeGreaterThan(25);
      assertThat(known.until()).isAfter(end.minus(Duration.ofDays(3)));
    }
  }

  @Test
  void theSmallestFileThatHoldsAllIsRead() {
    try (FakeExchangeRates bank = FakeExchangeRates.start(1, clock)) {
      EcbRates source = new EcbRates(bank.ecb(), http(), clock);
      KnownPeriod upToThen =
          new KnownPeriod(
              now.minus(Duration.ofDays(30)), bank.inForceFrom(LocalDate.of(2026, 3, 19)));

      assertThat(source.read(upToThen.until(), upToThen, deadline()).rates()).hasSize(4);
      assertThat(source.read(now.minus(Duration.ofDays(30)), KnownPeriod.NONE, deadline()).rates())
          .hasSizeBetween(4 * 20, 4 * 23);
      assertThat(source.read(now.minus(Duration.ofDays(300)), upToThen, deadline()).rates())
          .hasSizeGreaterThan(4 * 200);
    }
  }

  /** The bank publishes nothing at weekends, so what is in force then was published before. */
  @Test
  void readFromTheWeekendOnAWeekendHasNoRateAndReadFromBeforeItHasFridays() {
    now = Instant.parse("2026-03-22T10:00:00Z");
    Instant saturday = Instant.parse("2026-03-21T00:00:00Z");
    try (FakeExchangeRates bank = FakeExchangeRates.start(1, clock)) {
      EcbRates source = new EcbRates(bank.ecb(), http(), clock);

      assertThat(source.read(saturday, KnownPeriod.NONE, deadline()).rates())
          .as("the control: without looking back")
          .isEmpty();
      assertThat(
              source
                  .read(saturday.minus(Duration.ofDays(31)), KnownPeriod.NONE, deadline())
                  .rates())
          .filteredOn(rate -> rate.quote().equals(USD))
          .first()
          .satisfies(
              friday ->
                  assertThat(friday.rate())
                      .isEqualByComparingTo(bank.ecbRate("USD", bank.inForce(saturday))));
    }
  }

  @Test
  void whatIsNotTheBanksFileIsRefusedAndNeverAnEmptyList() {
    String entity =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Cube>"
            + "<Cube time=\"2026-03-19\"><Cube currency=\"USD\" rate=\"&e;\"/></Cube></Cube>";
    for (String body :
        new String[] {
          entity,
          "",
          "{}",
          "<Cube/>",
          "<Cube><Cube time=\"2026-03-19\"><Cube currency=\"USD\" rate=\"1,08\"/></Cube></Cube>",
          "<Cube><Cube time=\"2026-03-19\"><Cube currency=\"USD\" rate=\"0\"/></Cube></Cube>",
          "<Cube><Cube time=\"soon\"/></Cube>",
          "<Cube><Cube time=\"2026-03-19\"><Cube currency=\"USD\" rate=\"1.08\"/>"
        }) {
      try (FakeExchangeRates bank = FakeExchangeRates.start(1, clock)) {
        bank.spoil(whole -> body.isEmpty() ? " " : body);
        EcbRates source = new EcbRates(bank.ecb(), http(), clock);
        IngestException failure =
            catchThrowableOfType(
                IngestException.class, () -> source.read(now, KnownPeriod.NONE, deadline()));
        assertThat(failure).as(body).isNotNull();
        assertThat(failure.kind()).as(body).isEqualTo(FailureKind.BAD_DATA);
        assertThat(failure).hasMessageStartingWith("Cannot get exchange rates of the ECB");
      }
    }
  }

  @Test
  void aDocumentTypeIsNotEvenReadWhereNoEntityIsUsed() {
    assertThatThrownBy(
            () ->
                EcbXml.read(
                    "<!DOCTYPE Cube><Cube><Cube time=\"2026-03-19\"/></Cube>"
                        .getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(EcbXml.MalformedException.class);
  }

  @Test
  void aServerThatFailsIsAskedAgainWithTheNextRun() {
    try (FakeExchangeRates bank = FakeExchangeRates.start(1, clock)) {
      EcbRates source = new EcbRates(bank.ecb(), http(), clock);
      for (Map.Entry<Integer, FailureKind> answer :
          Map.of(
                  503,
                  FailureKind.RETRYABLE,
                  429,
                  FailureKind.THROTTLED,
                  403,
                  FailureKind.PERMANENT,
                  302,
                  FailureKind.PERMANENT)
              .entrySet()) {
        bank.answer(answer.getKey());
        assertThatThrownBy(() -> source.read(now, KnownPeriod.NONE, deadline()))
            .isInstanceOfSatisfying(
                IngestException.class,
                failure -> assertThat(failure.kind()).isEqualTo(answer.getValue()));
      }
      assertThat(bank.requests()).isEqualTo(4);
    }
  }

  private static RatesHttp http() {
    return new RatesHttp(HttpRuntime.newClient(Duration.ofSeconds(5)));
  }

  private Deadline deadline() {
    return Deadline.after(Duration.ofMinutes(1), clock);
  }
}
