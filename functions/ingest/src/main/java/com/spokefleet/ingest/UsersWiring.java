package com.spokefleet.ingest;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.genesys.user.UserDetailsJobs;
import com.spokefleet.genesys.user.UserDetailsQuery;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.ingest.user.UsersDetailsDataset;
import com.spokefleet.ingest.user.UsersLanding;
import com.spokefleet.ingest.user.UsersPlan;
import com.spokefleet.ingest.user.UsersProofs;
import com.spokefleet.ingest.user.UsersSettleDataset;
import com.spokefleet.lake.partition.PartitionReplacement;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.quarantine.Quarantine;
import java.util.List;

/** Puts together what reads the statuses of an org's users. */
final class UsersWiring {
  private UsersWiring() {}

  static List<Dataset> datasets(DetailsPermit permit, OrgParts org, UsersPlan plan) {
    String orgName = permit.spoke().name();
    QueryFilter filter = permit.spoke().usersFilter();
    Quarantine quarantine = org.quarantine();
    UsersLanding landing =
        new UsersLanding(
            permit,
            new PartitionReplacement(org.objects(), org.scratch()),
            new ProofStore(org.objects(), org.scratch()),
            new UsersProofs(permit, quarantine, org.clock()));
    UserDetailsQuery query =
        new UserDetailsQuery(
            org.http(), orgName, filter.members(), plan.pageSize(), plan.maximumResults());
    UserDetailsJobs jobs = new UserDetailsJobs(org.http(), orgName, filter.members());
    return List.of(
        new UsersDetailsDataset(org, query, landing, quarantine, plan, filter.hash()),
        new UsersSettleDataset(org, jobs, landing, quarantine, plan, filter.hash()));
  }
}
