package com.spokefleet.lake.tables;

import com.spokefleet.lake.proof.ProofsTable;
import com.spokefleet.lake.table.Table;
import java.util.List;

/** All tables of the lake: facts, dimensions, and the proofs of what the others hold. */
public final class Tables {
  public static final List<Table<?>> ALL =
      List.of(
          ConversationsTable.TABLE,
          InteractionsTable.TABLE,
          SegmentsTable.TABLE,
          OrgsTable.TABLE,
          QueuesTable.TABLE,
          AgentsTable.TABLE,
          WrapupsTable.TABLE,
          DivisionsTable.TABLE,
          ProofsTable.TABLE,
          ConversationAttributesTable.TABLE,
          EvaluationsTable.TABLE,
          SurveysTable.TABLE,
          RevenueTable.TABLE,
          RevenueWaitingTable.TABLE,
          ExchangeRatesTable.TABLE,
          AgentPresenceTable.TABLE,
          AgentRoutingStatusTable.TABLE,
          PresencesTable.TABLE,
          QueueIntervalsTable.TABLE,
          ServiceLevelRulesTable.TABLE,
          AuditsTable.TABLE,
          EdgeMetricsTable.TABLE);

  private Tables() {}
}
