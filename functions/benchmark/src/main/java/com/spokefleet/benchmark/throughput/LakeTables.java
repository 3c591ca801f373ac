package com.spokefleet.benchmark.throughput;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.SegmentsTable;
import com.spokefleet.normalize.NormalizedConversation;
import java.util.ArrayList;
import java.util.List;

/** Which tables are written: the two that DuckDB writes too, or all three. */
enum LakeTables {
  TWO(List.of(ConversationsTable.TABLE, SegmentsTable.TABLE)),
  THREE(List.of(ConversationsTable.TABLE, SegmentsTable.TABLE, InteractionsTable.TABLE));

  private final List<Table<?>> tables;

  LakeTables(List<Table<?>> tables) {
    this.tables = tables;
  }

  List<Table<?>> tables() {
    return tables;
  }

  /** A conversation's rows of each table. */
  List<List<Row>> rows(NormalizedConversation conversation) {
    List<List<Row>> rows = new ArrayList<>(tables.size());
    rows.add(List.of(Row.of(ConversationsTable.TABLE, conversation.conversation())));
    rows.add(
        conversation.segments().stream().map(row -> Row.of(SegmentsTable.TABLE, row)).toList());
    if (this == THREE) {
      rows.add(
          conversation.interactions().stream()
              .map(row -> Row.of(InteractionsTable.TABLE, row))
              .toList());
    }
    return rows;
  }
}
