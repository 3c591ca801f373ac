package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a feed told of conversations that the lake does not hold yet, and the way back. */
public final class RevenueWaitingTable {
  /**
   * One row of a feed.
   *
   * @param amount decimal text, checked
   * @param currency null where it is the org's
   * @param conversationStart null where the feed does not tell it
   * @param source key of the file
   * @param line in the file, from 1; of rows of a Parquet file their number
   */
  public record FeedRow(
      String orgId,
      String conversationId,
      String amount,
      @Nullable String currency,
      @Nullable Instant conversationStart,
      String source,
      long line) {}

  public static final Table<FeedRow> TABLE =
      Table.<FeedRow>perOrg(
              "revenue_waiting",
              "One row per conversation of which a feed told what it earned, and which is not in the"
                  + " lake yet. It moves to revenue when the conversation lands.")
          .required("org_id", TEXT, "Genesys organisation id", FeedRow::orgId)
          .required("conversation_id", TEXT, "as the feed has it", FeedRow::conversationId)
          .required("amount", TEXT, "decimal text as the feed has it", FeedRow::amount)
          .optional("currency", TEXT, "as the feed has it", FeedRow::currency)
          .optional(
              "conversation_start",
              TIMESTAMP,
              "as the feed has it; tells where to look",
              FeedRow::conversationStart)
          .required("source", TEXT, "key of the file", FeedRow::source)
          .required("line", INTEGER, "line or row in the file", FeedRow::line)
          .keyedBy("conversation_id", "org_id", "conversation_id");

  private RevenueWaitingTable() {}

  public static FeedRow record(Row row) {
    return new FeedRow(
        row.text(TABLE.indexOf("org_id")),
        row.text(TABLE.indexOf("conversation_id")),
        row.text(TABLE.indexOf("amount")),
        (String) row.get(TABLE, "currency"),
        (Instant) row.get(TABLE, "conversation_start"),
        row.text(TABLE.indexOf("source")),
        (Long) Objects.requireNonNull(row.get(TABLE, "line")));
  }
}
