package com.spokefleet.ingest.currency;

import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.ingest.IngestException;
import com.spokefleet.lake.parquet.ParquetTableReader;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file with the columns {@code conversation_id}, {@code amount} (decimal text) and, if
 * wanted, {@code currency} as texts and {@code conversation_start} as microseconds UTC, and no
 * other; pages uncompressed, of zstd or of snappy.
 */
final class ParquetFeed {
  private record Columns(
      @Nullable Object conversationId,
      @Nullable Object amount,
      @Nullable Object currency,
      @Nullable Object conversationStart) {}

  private static final Table<Columns> TABLE =
      Table.<Columns>perOrg("revenue_feed", "What a feed tells")
          .optional(FeedFields.CONVERSATION_ID, TEXT, "Conversation", Columns::conversationId)
          .optional(FeedFields.AMOUNT, TEXT, "Amount", Columns::amount)
          .optional(FeedFields.CURRENCY, TEXT, "Currency", Columns::currency)
          .optional(FeedFields.CONVERSATION_START, TIMESTAMP, "Start", Columns::conversationStart)
          .keyedBy(FeedFields.CONVERSATION_ID, FeedFields.CONVERSATION_ID);

  private final String orgId;
  private final String source;

  /**
   * @param source the file's key
   */
  ParquetFeed(String orgId, String source) {
    this.orgId = orgId;
    this.source = source;
  }

  /** Gives every row; a file of another form is bad data as a whole. */
  void read(Path file, Consumer<FeedLine> rows) {
    try (ParquetTableReader reader = new ParquetTableReader(TABLE, file)) {
      long number = 0;
      for (Row row = reader.next(); row != null; row = reader.next()) {
        number++;
        rows.accept(row(row, number));
      }
    } catch (IOException | RowException unreadable) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read " + source + ": " + unreadable.getMessage(),
          unreadable);
    }
  }

  private FeedLine row(Row row, long number) {
    FeedFields fields =
        new FeedFields(
            text(row, FeedFields.CONVERSATION_ID),
            text(row, FeedFields.AMOUNT),
            text(row, FeedFields.CURRENCY),
            text(row, FeedFields.CONVERSATION_START));
    return fields
        .fault()
        .<FeedLine>map(
            fault ->
                new FeedLine.Bad(
                    row.toString().getBytes(StandardCharsets.UTF_8),
                    source + " row " + number + ": " + fault))
        .orElseGet(() -> new FeedLine.Good(fields.row(orgId, source, number)));
  }

  private static @Nullable String text(Row row, String column) {
    Object value = row.get(TABLE, column);
    return value == null ? null : value.toString();
  }
}
