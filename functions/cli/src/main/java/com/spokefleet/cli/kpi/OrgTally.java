package com.spokefleet.cli.kpi;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds up one org's rows, in total and per group. Rows come partition by partition in key order, so
 * that a conversation's legs follow each other and no more than one conversation is remembered.
 */
final class OrgTally {
  private static final String NONE = "(none)";
  private static final Table<?> CONVERSATIONS = ConversationsTable.TABLE;
  private static final int FIRST_MEDIA_TYPE = CONVERSATIONS.indexOf("first_media_type");
  private static final Table<?> LEGS = InteractionsTable.TABLE;
  private static final int CONVERSATION_ID = LEGS.indexOf("conversation_id");
  private static final int MEDIA_TYPE = LEGS.indexOf("media_type");
  private static final int QUEUE_ID = LEGS.indexOf("queue_id");

  private final Grouping grouping;
  private final Duration threshold;
  private final Map<String, String> queueNames;
  private final KpiTally total;
  private final SortedMap<String, KpiTally> groups = new TreeMap<>();
  private String conversationId = "";
  private final Set<String> queuesOfConversation = new HashSet<>();

  OrgTally(Grouping grouping, Duration threshold, Map<String, String> queueNames) {
    this.grouping = grouping;
    this.threshold = threshold;
    this.queueNames = queueNames;
    this.total = new KpiTally(threshold);
  }

  void addConversation(LocalDate day, Row conversation) {
    total.addContact();
    switch (grouping) {
      case DAY -> group(day.toString()).addContact();
      case MEDIA -> group(name(conversation.get(FIRST_MEDIA_TYPE))).addContact();
      case ORG, QUEUE -> {}
    }
  }

  void addLeg(LocalDate day, Row leg) {
    total.addLeg(leg);
    switch (grouping) {
      case ORG -> {}
      case DAY -> group(day.toString()).addLeg(leg);
      case MEDIA -> group(name(leg.get(MEDIA_TYPE))).addLeg(leg);
      case QUEUE -> addQueueLeg(leg);
    }
  }

  private void addQueueLeg(Row leg) {
    if (!(leg.get(QUEUE_ID) instanceof String queueId)) {
      group(NONE).addLeg(leg);
      return;
    }
    String legConversation = leg.text(CONVERSATION_ID);
    if (!legConversation.equals(conversationId)) {
      conversationId = legConversation;
      queuesOfConversation.clear();
    }
    KpiTally queue = group(queueNames.getOrDefault(queueId, queueId));
    if (queuesOfConversation.add(queueId)) {
      queue.addContact();
    }
    queue.addLeg(leg);
  }

  KpiTotals total() {
    return total.totals();
  }

  SortedMap<String, KpiTotals> groups() {
    SortedMap<String, KpiTotals> totals = new TreeMap<>();
    groups.forEach((group, tally) -> totals.put(group, tally.totals()));
    return totals;
  }

  private KpiTally group(String name) {
    return groups.computeIfAbsent(name, unused -> new KpiTally(threshold));
  }

  private static String name(@Nullable Object value) {
    return value instanceof String text ? text : NONE;
  }
}
