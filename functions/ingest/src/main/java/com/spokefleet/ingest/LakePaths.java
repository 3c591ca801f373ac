package com.spokefleet.ingest;

import com.spokefleet.config.Poll;
import com.spokefleet.config.Residency;
import com.spokefleet.config.RevenueSource;
import com.spokefleet.config.Spoke;
import com.spokefleet.lake.proof.ProofsTable;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.AgentPresenceTable;
import com.spokefleet.lake.tables.AgentRoutingStatusTable;
import com.spokefleet.lake.tables.AgentsTable;
import com.spokefleet.lake.tables.AuditsTable;
import com.spokefleet.lake.tables.ConversationAttributesTable;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.DivisionsTable;
import com.spokefleet.lake.tables.EdgeMetricsTable;
import com.spokefleet.lake.tables.EvaluationsTable;
import com.spokefleet.lake.tables.ExchangeRatesTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.PresencesTable;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import com.spokefleet.lake.tables.QueuesTable;
import com.spokefleet.lake.tables.RevenueTable;
import com.spokefleet.lake.tables.RevenueWaitingTable;
import com.spokefleet.lake.tables.SegmentsTable;
import com.spokefleet.lake.tables.ServiceLevelRulesTable;
import com.spokefleet.lake.tables.SurveysTable;
import com.spokefleet.lake.tables.WrapupsTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of the lake that one org's functions touch: what their role may, and nothing else. A
 * metrics-only org has no prefix of a table that tells of single conversations or persons.
 *
 * @param written prefixes of objects that are listed, read and written, each of the org alone
 * @param read prefixes of objects that are listed and read only
 */
public record LakePaths(List<String> written, List<String> read) {
  private static final List<Table<?>> OF_EVERY_ORG =
      List.of(
          OrgsTable.TABLE,
          QueuesTable.TABLE,
          DivisionsTable.TABLE,
          QueueIntervalsTable.TABLE,
          ServiceLevelRulesTable.TABLE,
          ProofsTable.TABLE);
  private static final List<Table<?>> OF_DETAILS =
      List.of(
          ConversationsTable.TABLE,
          InteractionsTable.TABLE,
          SegmentsTable.TABLE,
          EvaluationsTable.TABLE,
          SurveysTable.TABLE,
          ConversationAttributesTable.TABLE,
          AgentPresenceTable.TABLE,
          AgentRoutingStatusTable.TABLE,
          AgentsTable.TABLE,
          WrapupsTable.TABLE,
          PresencesTable.TABLE);

  public static LakePaths of(Spoke spoke) {
    List<Table<?>> tables = new ArrayList<>(OF_EVERY_ORG);
    List<String> read = new ArrayList<>();
    if (spoke.residency() == Residency.FULL) {
      tables.addAll(OF_DETAILS);
      spoke
          .revenue()
          .ifPresent(
              source -> {
                tables.add(RevenueTable.TABLE);
                tables.add(ExchangeRatesTable.TABLE);
                if (source instanceof RevenueSource.Feed feed) {
                  tables.add(RevenueWaitingTable.TABLE);
                  read.add(feed.prefix());
                }
              });
    }
    spoke.polls().forEach(poll -> tables.add(table(poll)));
    return new LakePaths(
        tables.stream().map(table -> table.name() + "/org_id=" + spoke.orgId() + "/").toList(),
        List.copyOf(read));
  }

  private static Table<?> table(Poll poll) {
    return switch (poll) {
      case AUDITS -> AuditsTable.TABLE;
      case EDGE_METRICS -> EdgeMetricsTable.TABLE;
    };
  }
}
