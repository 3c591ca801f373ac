package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.RATE;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.currency.ExchangeRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;

/** The exchange rates an org's money was converted by, and the way back from a row to a rate. */
public final class ExchangeRatesTable {
  /** A rate, and the org whose function landed it. */
  public record LandedRate(String orgId, ExchangeRate rate) {}

  public static final Table<LandedRate> TABLE =
      Table.<LandedRate>perOrg(
              "fx_rates",
              "One row per rate. Each org's function lands the rates it converts by under its own"
                  + " org, so equal rates stand once per org; a rate once landed never changes.")
          .required("org_id", TEXT, "org whose money it converts", LandedRate::orgId)
          .required(
              "base", TEXT, "currency of one unit", row -> row.rate().base().getCurrencyCode())
          .required(
              "quote", TEXT, "currency of the rate", row -> row.rate().quote().getCurrencyCode())
          .required(
              "as_of",
              TIMESTAMP,
              "from when it is in force: publication of a reference rate, time of a quote",
              row -> row.rate().asOf())
          .required(
              "rate",
              RATE,
              "units of quote that one unit of base is worth",
              row -> row.rate().rate())
          .required("source", TEXT, "who published it: ecb or quote", row -> row.rate().source())
          .keyedBy("base", "org_id", "base", "quote", "as_of");

  private ExchangeRatesTable() {}

  public static ExchangeRate rate(Row row) {
    return new ExchangeRate(
        Currency.getInstance(row.text(TABLE.indexOf("base"))),
        Currency.getInstance(row.text(TABLE.indexOf("quote"))),
        (Instant) Objects.requireNonNull(row.get(TABLE, "as_of")),
        (BigDecimal) Objects.requireNonNull(row.get(TABLE, "rate")),
        row.text(TABLE.indexOf("source")));
  }
}
