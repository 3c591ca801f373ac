package com.spokefleet.ingest.currency;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.normalize.currency.ExchangeRate;
import com.spokefleet.normalize.currency.KnownPeriod;
import com.spokefleet.telemetry.FailureKind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The euro reference rates of the European Central Bank: three files of one form, of the last day,
 * of the last 90 days, and of all days since 1999.
 */
public final class EcbRates implements ExchangeRateSource {
  static final String NAME = "ecb";

  /** The file of 90 days is taken no further back than is surely in it. */
  private static final Duration IN_NINETY_DAYS = Duration.ofDays(85);

  private final URI folder;
  private final RatesHttp http;
  private final EcbCalendar calendar = new EcbCalendar();
  private final Clock clock;

  public EcbRates(URI folder, RatesHttp http, Clock clock) {
    this.folder = folder;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public PublishedRates read(Instant since, KnownPeriod known, Deadline deadline) {
    Instant now = clock.instant();
    String file = file(since, known, now);
    String purpose = "exchange rates of the ECB, " + file;
    List<EcbXml.Day> days;
    try {
      days = EcbXml.read(http.get(URI.create(folder + "/" + file), purpose, deadline));
    } catch (EcbXml.MalformedException malformed) {
      throw RatesHttp.failure(
          FailureKind.BAD_DATA, purpose, String.valueOf(malformed.getMessage()), malformed);
    }
    LocalDate newest =
        days.stream()
            .map(EcbXml.Day::date)
            .max(LocalDate::compareTo)
            .orElseThrow(
                () -> RatesHttp.failure(FailureKind.BAD_DATA, purpose, "it has no rates", null));
    List<ExchangeRate> rates = new ArrayList<>();
    for (EcbXml.Day day : days) {
      Instant asOf = calendar.publication(day.date());
      if (!asOf.isBefore(since)) {
        day.rates()
            .forEach(
                (currency, rate) ->
                    rates.add(new ExchangeRate(EcbXml.EURO, currency, asOf, rate, NAME)));
      }
    }
    Instant until = calendar.nextAfter(newest, now);
    Instant from = since.isBefore(until) ? since : until;
    return new PublishedRates(rates, new KnownPeriod(from, until));
  }

  /** The smallest file that holds all rates that are wanted. */
  private String file(Instant since, KnownPeriod known, Instant now) {
    if (since.isBefore(now.minus(IN_NINETY_DAYS))) {
      return "eurofxref-hist.xml";
    }
    boolean onlyTheLast =
        !since.isBefore(known.until()) && calendar.isLastPublication(known.until(), now);
    return onlyTheLast ? "eurofxref-daily.xml" : "eurofxref-hist-90d.xml";
  }
}
