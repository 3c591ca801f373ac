package com.spokefleet.ingest.currency;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.spokefleet.config.ExchangeRates;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.normalize.currency.CrossRate;
import com.spokefleet.normalize.currency.ExchangeRate;
import com.spokefleet.normalize.currency.KnownPeriod;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * An API that answers with one pair's rate and its time. It tells no history. An instant is known
 * once a quote of later is there: whatever is quoted next is later still, so that no rate can slip
 * in before it.
 */
public final class QuoteRates implements ExchangeRateSource {
  static final String NAME = "quote";

  /** Seconds since 1970 up to the year 5138; what is larger are milliseconds. */
  private static final long LARGEST_SECONDS = 100_000_000_000L;

  private static final int LARGEST_EXPONENT = 8;

  private final ExchangeRates.Quote settings;
  private final Currency base;
  private final Currency quote;
  private final RatesHttp http;
  private final SecretStore secrets;
  private final ObjectReader json =
      new ObjectMapper()
          .reader()
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * @param base the org's currency
   * @param quote the fleet's
   * @param secrets where the API's key is found, if it wants one
   */
  public QuoteRates(
      ExchangeRates.Quote settings,
      Currency base,
      Currency quote,
      RatesHttp http,
      SecretStore secrets) {
    this.settings = settings;
    this.base = base;
    this.quote = quote;
    this.http = http;
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public PublishedRates read(Instant since, KnownPeriod known, Deadline deadline) {
    String purpose = "a quote of %s in %s".formatted(base, quote);
    URI address =
        URI.create(
            settings
                .endpoint()
                .replace("{base}", base.getCurrencyCode())
                .replace("{quote}", quote.getCurrencyCode()));
    JsonNode answer = parse(http.get(address, headers(), purpose, deadline), purpose);
    Instant time =
        time(answer.at(JsonPointer.compile(settings.time())), purpose)
            .truncatedTo(ChronoUnit.MILLIS);
    BigDecimal rate = rate(answer.at(JsonPointer.compile(settings.rate())), purpose);
    // After the first quote the known time is a mere point, from which the second one goes on.
    boolean first = known.equals(KnownPeriod.NONE);
    Instant from = first || time.isBefore(known.until()) ? time : known.until();
    return new PublishedRates(
        List.of(new ExchangeRate(base, quote, time, rate, NAME)), new KnownPeriod(from, time));
  }

  /** The key is read at each quote, so that a rotated one is seen. */
  private Map<String, String> headers() {
    return settings
        .apiKey()
        .map(key -> Map.of(key.header(), secrets.read(key.reference()).clientSecret()))
        .orElse(Map.of());
  }

  private JsonNode parse(byte[] body, String purpose) {
    try {
      return json.readTree(body);
    } catch (IOException malformed) {
      throw bad(purpose, "the answer is not JSON");
    }
  }

  private RuntimeException bad(String purpose, String reason) {
    return RatesHttp.failure(FailureKind.BAD_DATA, purpose, reason, null);
  }

  private BigDecimal rate(JsonNode node, String purpose) {
    String text = node.isNumber() || node.isTextual() ? node.asText() : "";
    if (text.length() > 40 || !text.matches("\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?")) {
      throw bad(purpose, settings.rate() + " holds no positive number");
    }
    BigDecimal rate = new BigDecimal(text);
    boolean kept = rate.precision() - rate.scale() <= LARGEST_EXPONENT;
    BigDecimal rounded =
        kept ? rate.setScale(CrossRate.RATE_SCALE, RoundingMode.HALF_EVEN) : BigDecimal.ZERO;
    if (rounded.signum() == 0) {
      throw bad(purpose, settings.rate() + " is too large or too small a number to be a rate");
    }
    return rounded;
  }

  private Instant time(JsonNode node, String purpose) {
    try {
      if (node.isIntegralNumber() && node.canConvertToLong()) {
        long number = node.asLong();
        return Math.abs(number) > LARGEST_SECONDS
            ? Instant.ofEpochMilli(number)
            : Instant.ofEpochSecond(number);
      }
      return Instant.parse(node.asText());
    } catch (DateTimeException malformed) {
      throw bad(purpose, settings.time() + " holds no time");
    }
  }
}
