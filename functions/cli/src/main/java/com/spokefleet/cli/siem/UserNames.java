package com.spokefleet.cli.siem;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.tables.AgentsTable;
import com.spokefleet.siem.lookup.UserName;
import java.util.ArrayList;
import java.util.List;

/**
 * What users are called, from the lake; never those of an org whose records stay where they are.
 */
final class UserNames {
  private final LakeReader lake;

  UserNames(LakeReader lake) {
    this.lake = lake;
  }

  /** Of all orgs of the fleet that may tell. */
  List<UserName> of(Fleet fleet) {
    List<UserName> users = new ArrayList<>();
    for (Spoke spoke : fleet.spokes()) {
      if (spoke.residency() != Residency.METRICS_ONLY) {
        users.addAll(of(spoke.orgId()));
      }
    }
    return users;
  }

  private List<UserName> of(String orgId) {
    List<UserName> users = new ArrayList<>();
    for (Partition partition : lake.partitions(AgentsTable.TABLE, orgId)) {
      lake.forEach(
          AgentsTable.TABLE,
          partition,
          row -> {
            if (row.get(AgentsTable.TABLE, "name") instanceof String name && !name.isBlank()) {
              String user = row.text(AgentsTable.TABLE.indexOf("user_id"));
              users.add(new UserName(orgId, user, name));
            }
          });
    }
    return users;
  }
}
