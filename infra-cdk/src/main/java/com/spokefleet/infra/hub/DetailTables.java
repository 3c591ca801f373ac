package com.spokefleet.infra.hub;

import com.spokefleet.lake.tables.AgentPresenceTable;
import com.spokefleet.lake.tables.AgentRoutingStatusTable;
import com.spokefleet.lake.tables.ConversationAttributesTable;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.EvaluationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.RevenueTable;
import com.spokefleet.lake.tables.RevenueWaitingTable;
import com.spokefleet.lake.tables.SegmentsTable;
import com.spokefleet.lake.tables.SurveysTable;
import java.util.List;

/** Tables that tell of single conversations or persons, closed to metrics-only orgs. */
public final class DetailTables {
  public static final List<String> NAMES =
      List.of(
          ConversationsTable.TABLE.name(),
          InteractionsTable.TABLE.name(),
          SegmentsTable.TABLE.name(),
          ConversationAttributesTable.TABLE.name(),
          EvaluationsTable.TABLE.name(),
          SurveysTable.TABLE.name(),
          RevenueTable.TABLE.name(),
          RevenueWaitingTable.TABLE.name(),
          AgentPresenceTable.TABLE.name(),
          AgentRoutingStatusTable.TABLE.name());

  private DetailTables() {}
}
