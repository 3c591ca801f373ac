package com.spokefleet.cli.proof;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Poll;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.AgentPresenceTable;
import com.spokefleet.lake.tables.AgentRoutingStatusTable;
import com.spokefleet.lake.tables.AuditsTable;
import com.spokefleet.lake.tables.EdgeMetricsTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The tables of each org that only fleet.yaml says are read every day, by org id: the statuses of
 * agents unless the org is a metrics-only one, and what it is polled for.
 */
public record ExpectedTables(Map<String, Set<Table<?>>> byOrg) {
  public ExpectedTables {
    byOrg = Map.copyOf(byOrg);
  }

  /** Where nobody told of a fleet: the lake itself does not know what it lacks. */
  public static ExpectedTables none() {
    return new ExpectedTables(Map.of());
  }

  public static ExpectedTables of(Fleet fleet) {
    Map<String, Set<Table<?>>> byOrg = new HashMap<>();
    fleet.spokes().forEach(spoke -> byOrg.put(spoke.orgId(), tables(spoke)));
    return new ExpectedTables(byOrg);
  }

  boolean contains(String orgId, Table<?> table) {
    return byOrg.getOrDefault(orgId, Set.of()).contains(table);
  }

  private static Set<Table<?>> tables(Spoke spoke) {
    Set<Table<?>> tables = new HashSet<>();
    if (spoke.residency() == Residency.FULL) {
      tables.add(AgentPresenceTable.TABLE);
      tables.add(AgentRoutingStatusTable.TABLE);
    }
    for (Poll poll : spoke.polls()) {
      tables.add(
          switch (poll) {
            case AUDITS -> AuditsTable.TABLE;
            case EDGE_METRICS -> EdgeMetricsTable.TABLE;
          });
    }
    return Set.copyOf(tables);
  }
}
