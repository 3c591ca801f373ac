package com.spokefleet.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code exchangeRates} of fleet.yaml. */
final class ExchangeRatesSection {
  private static final String SOURCE = "source";
  private static final String POINTER = "(/[^/\\s]+)+";

  private static final Key<String> ECB =
      Key.required(
          SOURCE, Scalar.choice(List.of("ecb"), text -> text), "The European Central Bank.");
  private static final Key<URI> ECB_ENDPOINT =
      Key.withDefault(
          "endpoint",
          EndpointText.TYPE,
          "https://www.ecb.europa.eu/stats/eurofxref",
          "Folder of the bank's files.");
  private static final Key<Duration> ECB_AGE = maximumAge("7d");

  private static final Key<String> QUOTE =
      Key.required(
          SOURCE, Scalar.choice(List.of("quote"), text -> text), "An API that quotes one pair.");
  private static final Key<String> QUOTE_ENDPOINT =
      Key.required(
          "endpoint",
          Scalar.text(Map.of("pattern", "^https?://\\S+$"), ExchangeRatesSection::quoteEndpoint),
          "Address of a quote, with {base} and {quote} for the two currencies.");
  private static final Key<String> RATE =
      Key.required(
          "rate", pointer(), "JSON pointer to how many units of quote one unit of base is worth.");
  private static final Key<String> TIME =
      Key.required(
          "time",
          pointer(),
          "JSON pointer to the rate's time: ISO 8601, or seconds or milliseconds since 1970.");
  private static final Key<Duration> QUOTE_AGE = maximumAge("1d");
  static final Key<String> API_KEY =
      Key.optional(
          "apiKey",
          SecretReference.TYPE,
          "Where the API's key is found, as the client secret of credentials; their client id is"
              + " not used.");
  private static final Key<String> API_KEY_HEADER =
      Key.withDefault(
          "apiKeyHeader",
          ScalarTypes.matching("[A-Za-z0-9-]{1,64}", "must be the name of a header"),
          "X-Api-Key",
          "Header that the key is sent as.");

  static final Variants TYPES =
      new Variants(
          SOURCE,
          List.of("ecb", "quote"),
          List.of(
              new Section(
                  "Reference rates of the European Central Bank, one per working day.",
                  List.of(ECB, ECB_ENDPOINT, ECB_AGE)),
              new Section(
                  "An API that answers a pair of currencies with JSON.",
                  List.of(QUOTE, QUOTE_ENDPOINT, RATE, TIME, QUOTE_AGE, API_KEY, API_KEY_HEADER))));

  private ExchangeRatesSection() {}

  static ExchangeRates build(Variants.Variant variant) {
    SectionValues values = variant.values();
    return variant.name().equals("ecb")
        ? new ExchangeRates.Ecb(values.get(ECB_ENDPOINT), values.get(ECB_AGE))
        : new ExchangeRates.Quote(
            values.get(QUOTE_ENDPOINT),
            values.get(RATE),
            values.get(TIME),
            values.get(QUOTE_AGE),
            values
                .optional(API_KEY)
                .map(reference -> new ExchangeRates.ApiKey(values.get(API_KEY_HEADER), reference)));
  }

  private static Key<Duration> maximumAge(String whenAbsent) {
    return Key.withDefault(
        "maximumAge",
        DurationText.between(Duration.ofMinutes(1), Duration.ofDays(31)),
        whenAbsent,
        "How old a rate may have been when the conversation ended; beyond it money stays as it is.");
  }

  private static Scalar<String> pointer() {
    return ScalarTypes.matching(POINTER, "must be a JSON pointer such as /data/rate");
  }

  /** Checked as an address once the currencies stand in it. */
  private static String quoteEndpoint(String text) throws InvalidValueException {
    if (!text.contains("{base}") || !text.contains("{quote}")) {
      throw new InvalidValueException("must contain {base} and {quote}");
    }
    try {
      URI address = new URI(text.replace("{base}", "EUR").replace("{quote}", "USD"));
      EndpointText.requireSafe(address);
    } catch (URISyntaxException e) {
      throw new InvalidValueException(
          "must be an address such as https://rates.example.com/{base}/{quote}");
    }
    return text;
  }
}
