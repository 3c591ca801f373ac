package com.spokefleet.ingest.conversation;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.SegmentsTable;
import com.spokefleet.normalize.NormalizedConversation;
import java.util.List;

/** The tables a conversation's rows go to, and those rows in the same order. */
final class ConversationTables {
  static final List<Table<?>> ALL =
      List.of(ConversationsTable.TABLE, InteractionsTable.TABLE, SegmentsTable.TABLE);

  private ConversationTables() {}

  static List<List<Row>> rows(NormalizedConversation conversation) {
    return List.of(
        List.of(Row.of(ConversationsTable.TABLE, conversation.conversation())),
        conversation.interactions().stream()
            .map(interaction -> Row.of(InteractionsTable.TABLE, interaction))
            .toList(),
        conversation.segments().stream()
            .map(segment -> Row.of(SegmentsTable.TABLE, segment))
            .toList());
  }
}
