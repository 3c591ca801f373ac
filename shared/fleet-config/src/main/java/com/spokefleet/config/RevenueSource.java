package com.spokefleet.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the money of an org's conversations is told. */
public sealed interface RevenueSource {
  /**
   * In participant attributes, which flows and scripts set.
   *
   * @param amount name of the attribute with the amount, as decimal text
   * @param currency name of the attribute with its ISO 4217 code; the org's currency where there is
   *     none
   */
  record Attributes(String amount, Optional<String> currency) implements RevenueSource {
    /** The attributes that have to be read. */
    public List<String> names() {
      return currency.map(name -> List.of(amount, name)).orElseGet(() -> List.of(amount));
    }
  }

  /**
   * In files keyed by conversation id, which somebody else puts into the lake's store.
   *
   * @param prefix of the files' keys, ending in a slash
   */
  record Feed(String prefix, Format format) implements RevenueSource {}

  /** What the files of a feed are. */
  enum Format {
    CSV,
    PARQUET;

    static Format ofName(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
