package com.spokefleet.ingest.conversation;

import com.spokefleet.ingest.currency.LandingRevenue;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationAttributesTable;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.EvaluationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.RevenueTable;
import com.spokefleet.lake.tables.SegmentsTable;
import com.spokefleet.lake.tables.SurveysTable;
import com.spokefleet.normalize.NormalizedConversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The tables a conversation's rows go to, and those rows in the same order. A landing replaces all
 * rows of its conversations in these tables, so a source that does not know something must not have
 * its table here.
 */
final class ConversationTables {
  private static final ConversationTables WITHOUT_ATTRIBUTES =
      new ConversationTables(
          List.of(
              Part.one(ConversationsTable.TABLE, NormalizedConversation::conversation),
              Part.many(InteractionsTable.TABLE, NormalizedConversation::interactions),
              Part.many(SegmentsTable.TABLE, NormalizedConversation::segments),
              Part.many(EvaluationsTable.TABLE, NormalizedConversation::evaluations),
              Part.many(SurveysTable.TABLE, NormalizedConversation::surveys)));

  private final List<Part> parts;

  private ConversationTables(List<Part> parts) {
    this.parts = parts;
  }

  /** What the synchronous query tells. It has no attributes, which says nothing about them. */
  static ConversationTables withoutAttributes() {
    return WITHOUT_ATTRIBUTES;
  }

  /**
   * What jobs and readings by id tell: participant attributes, too, and what is made of them.
   *
   * @param revenue empty where attributes tell no sales
   */
  static ConversationTables withAttributes(Optional<LandingRevenue> revenue) {
    List<Part> parts = new ArrayList<>(WITHOUT_ATTRIBUTES.parts);
    parts.add(Part.many(ConversationAttributesTable.TABLE, NormalizedConversation::attributes));
    revenue.ifPresent(
        making ->
            parts.add(
                Part.many(RevenueTable.TABLE, conversation -> making.rows(conversation.sale()))));
    return new ConversationTables(List.copyOf(parts));
  }

  /** Names of all tables that are made of conversations' records. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of(RevenueTable.TABLE.name()));
    withAttributes(Optional.empty()).all().forEach(table -> names.add(table.name()));
    return names;
  }

  List<Table<?>> all() {
    return parts.stream().<Table<?>>map(Part::table).toList();
  }

  List<List<Row>> rows(NormalizedConversation conversation) {
    List<List<Row>> rows = new ArrayList<>(parts.size());
    for (Part part : parts) {
      rows.add(part.rows().apply(conversation));
    }
    return rows;
  }

  private record Part(Table<?> table, Function<NormalizedConversation, List<Row>> rows) {
    static <R> Part one(Table<R> table, Function<NormalizedConversation, R> record) {
      return new Part(table, conversation -> List.of(Row.of(table, record.apply(conversation))));
    }

    static <R> Part many(Table<R> table, Function<NormalizedConversation, List<R>> records) {
      return new Part(
          table,
          conversation ->
              records.apply(conversation).stream().map(record -> Row.of(table, record)).toList());
    }
  }
}
