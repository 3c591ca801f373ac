package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.DECIMAL;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.RATE;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.currency.RevenueStatus;
import com.spokefleet.normalize.row.RevenueRow;
import com.spokefleet.normalize.row.StartDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What conversations earned, and the way back from its rows. */
public final class RevenueTable {
  public static final Table<RevenueRow> TABLE = declare();

  private RevenueTable() {}

  private static Table<RevenueRow> declare() {
    Table.Builder<RevenueRow> table =
        Table.daily(
            "revenue",
            "One row per conversation that earned something, in its start day. amount_converted ="
                + " amount × fleet_currency_per_base / currency_per_base, rounded once, half to even"
                + " at four places. What is not converted stays in its own currency: leave it out of"
                + " sums in the fleet's and say how much that is.");
    identity(table);
    money(table);
    rate(table);
    return table.keyedBy("conversation_id", "org_id", "conversation_id");
  }

  private static void identity(Table.Builder<RevenueRow> table) {
    table
        .required("org_id", TEXT, "Genesys organisation id", RevenueRow::orgId)
        .required("conversation_id", TEXT, "conversationId", RevenueRow::conversationId)
        .required(
            "day",
            DATE,
            "UTC day of conversation_start, the partition",
            row -> row.startDay().day())
        .required(
            "local_date",
            DATE,
            "day of conversation_start in the org's time zone",
            row -> row.startDay().localDate())
        .required(
            "local_interval",
            TEXT,
            "start of its half hour in the org's time zone",
            row -> row.startDay().localInterval())
        .required(
            "utc_offset_minutes",
            INTEGER,
            "the org's offset from UTC then",
            row -> row.startDay().utcOffsetMinutes())
        .required("conversation_start", TIMESTAMP, "conversationStart", RevenueRow::start)
        .required(
            "conversation_end",
            TIMESTAMP,
            "conversationEnd: the rate in force then converts",
            RevenueRow::end);
  }

  private static void money(Table.Builder<RevenueRow> table) {
    table
        .optional("amount", DECIMAL, "as told; null where that is no amount", RevenueRow::amount)
        .optional(
            "currency",
            TEXT,
            "ISO 4217 code of amount, the org's own unless told; null where that is none",
            RevenueRow::currency)
        .optional(
            "amount_converted",
            DECIMAL,
            "in the fleet's currency; null where it could not be converted",
            RevenueRow::amountConverted)
        .required(
            "fleet_currency", TEXT, "ISO 4217 code of amount_converted", RevenueRow::fleetCurrency)
        .required(
            "status",
            TEXT,
            "converted; no_rate: none was in force, or it is not known yet; stale_rate: the newest"
                + " was older than the fleet allows; invalid_amount, invalid_currency: what was told"
                + " is none",
            row -> row.status().label())
        .required(
            "source",
            TEXT,
            "attribute, or the key of the file that told the amount",
            RevenueRow::source);
  }

  private static void rate(Table.Builder<RevenueRow> table) {
    table
        .optional(
            "rate",
            RATE,
            "one unit of currency in the fleet's, rounded; to be read, not calculated with",
            RevenueRow::rate)
        .optional(
            "rate_as_of",
            TIMESTAMP,
            "from when it was in force; null where nothing had to be converted",
            RevenueRow::rateAsOf)
        .optional(
            "rate_source",
            TEXT,
            "ecb, quote, or same-currency where nothing had to be converted",
            RevenueRow::rateSource)
        .optional("base", TEXT, "currency of one unit in both rates that follow", RevenueRow::base)
        .optional(
            "currency_per_base",
            RATE,
            "units of currency one unit of base was worth",
            RevenueRow::currencyPerBase)
        .optional(
            "fleet_currency_per_base",
            RATE,
            "units of the fleet's currency one unit of base was worth",
            RevenueRow::fleetCurrencyPerBase);
  }

  public static RevenueRow record(Row row) {
    return new RevenueRow(
        required(row, "org_id", String.class),
        required(row, "conversation_id", String.class),
        new StartDay(
            required(row, "day", LocalDate.class),
            required(row, "local_date", LocalDate.class),
            required(row, "local_interval", String.class),
            required(row, "utc_offset_minutes", Long.class)),
        required(row, "conversation_start", Instant.class),
        required(row, "conversation_end", Instant.class),
        optional(row, "amount", BigDecimal.class),
        optional(row, "currency", String.class),
        optional(row, "amount_converted", BigDecimal.class),
        required(row, "fleet_currency", String.class),
        optional(row, "rate", BigDecimal.class),
        optional(row, "rate_as_of", Instant.class),
        optional(row, "rate_source", String.class),
        RevenueStatus.ofLabel(required(row, "status", String.class)),
        optional(row, "base", String.class),
        optional(row, "currency_per_base", BigDecimal.class),
        optional(row, "fleet_currency_per_base", BigDecimal.class),
        required(row, "source", String.class));
  }

  private static <T> T required(Row row, String column, Class<T> type) {
    return Objects.requireNonNull(optional(row, column, type), column);
  }

  private static <T> @Nullable T optional(Row row, String column, Class<T> type) {
    return type.cast(row.get(TABLE, column));
  }
}
