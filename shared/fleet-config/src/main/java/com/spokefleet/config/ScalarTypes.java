package com.spokefleet.config;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The single values of fleet.yaml. */
final class ScalarTypes {
  private static final String UUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

  /** What goes into names of stacks, functions, rules and hosts. */
  static final Scalar<String> NAME =
      matching(
          "[a-z][a-z0-9-]{1,30}",
          "must be 2 to 31 lower-case letters, digits and hyphens, beginning with a letter");

  static final Scalar<String> LABEL =
      matching("\\S(.{0,254}\\S)?", "must be 1 to 256 characters on one line, not ending in space");

  static final Scalar<String> ORG_ID =
      Scalar.text(
          Map.of("pattern", "^" + UUID + "$"),
          text -> {
            if (!text.matches(UUID)) {
              throw new InvalidValueException(
                  "must be a UUID such as 01234567-89ab-cdef-0123-456789abcdef");
            }
            return text.toLowerCase(Locale.ROOT);
          });

  static final Scalar<String> AWS_REGION =
      Scalar.text(
          Map.of("enum", AwsRegions.all()),
          text -> {
            if (!AwsRegions.all().contains(text)) {
              throw new InvalidValueException(
                  Suggestions.unknown("AWS region", text, AwsRegions.all()));
            }
            return text;
          });

  static final Scalar<GenesysRegion> GENESYS_REGION =
      Scalar.choice(
          GenesysRegions.names(),
          text ->
              GenesysRegions.find(text)
                  .orElseThrow(() -> new InvalidValueException("unknown Genesys region")));

  static final Scalar<String> BUCKET =
      matching(
          "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
          "must be an S3 bucket name: 3 to 63 lower-case letters, digits and hyphens");

  static final Scalar<Currency> CURRENCY =
      Scalar.text(Map.of("pattern", "^[A-Z]{3}$"), ScalarTypes::currency);

  static final Scalar<ZoneId> TIME_ZONE =
      Scalar.text(
          SchemaObjects.of("examples", List.of("Europe/Berlin", "America/New_York", "UTC")),
          ScalarTypes::timeZone);

  static final Scalar<Residency> RESIDENCY =
      Scalar.choice(
          List.of("full", "metrics-only"),
          text -> text.equals("full") ? Residency.FULL : Residency.METRICS_ONLY);

  static final Scalar<Latency> LATENCY =
      Scalar.choice(
          List.of("scheduled", "immediate"),
          text -> text.equals("scheduled") ? Latency.SCHEDULED : Latency.IMMEDIATE);

  /** Genesys cuts names of attributes at 1024 characters; nobody needs such long ones. */
  static final Scalar<String> ATTRIBUTE_NAME =
      matching(
          "\\S(.{0,254}\\S)?",
          "must be the name of a participant attribute: 1 to 256 characters, not ending in space");

  static final Scalar<PiiField> PII_FIELD =
      Scalar.choice(
          Arrays.stream(PiiField.values()).map(PiiField::yamlName).toList(),
          text ->
              Arrays.stream(PiiField.values())
                  .filter(field -> field.yamlName().equals(text))
                  .findFirst()
                  .orElseThrow(() -> new InvalidValueException("unknown field")));

  static final Scalar<Poll> POLL =
      Scalar.choice(
          Arrays.stream(Poll.values()).map(Poll::yamlName).toList(),
          text ->
              Arrays.stream(Poll.values())
                  .filter(poll -> poll.yamlName().equals(text))
                  .findFirst()
                  .orElseThrow(() -> new InvalidValueException("unknown poll")));

  static final Scalar<EventFieldRule> EVENT_FIELD_RULE =
      Scalar.choice(
          List.of("keep", "hash", "remove"),
          text -> EventFieldRule.valueOf(text.toUpperCase(Locale.ROOT)));

  private ScalarTypes() {}

  /** A text that matches as a whole; the expression must mean the same to Java and ECMAScript. */
  static Scalar<String> matching(String expression, String otherwise) {
    return Scalar.text(
        Map.of("pattern", "^" + expression + "$"),
        text -> {
          if (!text.matches(expression)) {
            throw new InvalidValueException(otherwise);
          }
          return text;
        });
  }

  private static Currency currency(String text) throws InvalidValueException {
    TreeSet<String> codes = new TreeSet<>();
    for (Currency currency : Currency.getAvailableCurrencies()) {
      // Gold, test codes and "no currency" have no minor unit.
      if (currency.getDefaultFractionDigits() < 0) {
        continue;
      }
      if (currency.getCurrencyCode().equals(text)) {
        return currency;
      }
      codes.add(currency.getCurrencyCode());
    }
    throw new InvalidValueException(Suggestions.unknown("currency", text, codes));
  }

  /** Names only: an offset such as +01:00 knows no summer time. */
  private static ZoneId timeZone(String text) throws InvalidValueException {
    Set<String> names = ZoneId.getAvailableZoneIds();
    if (!names.contains(text)) {
      throw new InvalidValueException(Suggestions.unknown("time zone", text, new TreeSet<>(names)));
    }
    return ZoneId.of(text);
  }
}
