package com.spokefleet.config;

import java.util.List;
import java.util.Optional;

/** {@code revenue} of a spoke. */
final class RevenueSection {
  private static final Key<String> AMOUNT =
      Key.required(
          "amount",
          ScalarTypes.ATTRIBUTE_NAME,
          "Name of the attribute with the amount, as decimal text such as 129.90.");
  private static final Key<String> CURRENCY =
      Key.optional(
          "currency",
          ScalarTypes.ATTRIBUTE_NAME,
          "Name of the attribute with its ISO 4217 code; the org's currency, unless given.");
  static final Key<SectionValues> ATTRIBUTE =
      Key.optional(
          "attribute",
          new Section("Money in participant attributes.", List.of(AMOUNT, CURRENCY)),
          "Participant attributes that tell a conversation's revenue.");

  static final Key<String> PREFIX =
      Key.required(
          "prefix",
          ScalarTypes.matching(
              "inbound/([A-Za-z0-9_-][A-Za-z0-9._-]*/)+",
              "must be folders under inbound/, ending in a slash, such as inbound/amer/revenue/"),
          "Folder of the files in the lake's bucket, such as inbound/amer/revenue/.");
  private static final Key<RevenueSource.Format> FORMAT =
      Key.required(
          "format",
          Scalar.choice(List.of("csv", "parquet"), RevenueSource.Format::ofName),
          "What the files are: csv or parquet.");
  static final Key<SectionValues> FEED =
      Key.optional(
          "feed",
          new Section("Money in files keyed by conversation id.", List.of(PREFIX, FORMAT)),
          "Files that tell the revenue of conversations by their id.");

  static final Section SECTION =
      new Section("Where the money of conversations is told.", List.of(ATTRIBUTE, FEED));

  private RevenueSection() {}

  static RevenueSource build(SectionValues values) {
    Optional<SectionValues> attribute = values.optional(ATTRIBUTE);
    if (attribute.isPresent()) {
      return new RevenueSource.Attributes(
          attribute.get().get(AMOUNT), attribute.get().optional(CURRENCY));
    }
    SectionValues feed = values.get(FEED);
    return new RevenueSource.Feed(feed.get(PREFIX), feed.get(FORMAT));
  }
}
