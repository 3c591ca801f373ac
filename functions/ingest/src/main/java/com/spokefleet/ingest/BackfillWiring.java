package com.spokefleet.ingest;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.conversation.ConversationDetailsJobs;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.ingest.conversation.BackfillPlan;
import com.spokefleet.ingest.conversation.ConversationBackfillDataset;
import com.spokefleet.ingest.conversation.ConversationBuffers;
import com.spokefleet.ingest.conversation.ConversationLanding;
import com.spokefleet.ingest.conversation.ConversationProofs;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.ingest.conversation.SettleLanding;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.UnitComparison;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.quarantine.Quarantine;
import java.util.Optional;

/** Puts the parts of the dataset {@code backfill} together, as a part of {@link IngestWiring}. */
final class BackfillWiring {
  private BackfillWiring() {}

  /**
   * Settings of the backfill's own door to the API, which keeps to the share of the limit that it
   * may have.
   */
  static HttpSettings http(Spoke spoke) {
    return HttpSettings.defaults()
        .withRateShare(spoke.schedule().backfillPercent() / 100.0)
        .withLongestPacing(BackfillPlan.LONGEST_PACING);
  }

  static Dataset dataset(
      DetailsPermit permit,
      OrgParts org,
      GenesysHttp http,
      ReadPlan plan,
      Optional<RevenueWiring> revenue) {
    BackfillPlan backfillPlan = BackfillPlan.standard();
    Quarantine quarantine = new Quarantine(org.objects());
    ProofStore proofs = new ProofStore(org.objects(), org.scratch());
    ConversationProofs making = new ConversationProofs(permit, quarantine, org.clock());
    ConversationLanding landing =
        new ConversationLanding(
            permit, new PartitionMerge(org.objects(), org.scratch()), proofs, making);
    return new ConversationBackfillDataset(
        org,
        permit,
        new ConversationDetailsJobs(
            http, permit.spoke().name(), permit.spoke().readableAttributes()),
        new ConversationBuffers(
            permit,
            quarantine,
            org.scratch(),
            plan.memoryBytes(),
            revenue.map(RevenueWiring::revenue)),
        new SettleLanding(
            permit,
            landing,
            new UnitComparison(new LakeReader(org.objects(), org.scratch())),
            proofs,
            making,
            backfillPlan.jobs(),
            org.scratch(),
            plan.memoryBytes()),
        backfillPlan,
        plan.historyDays());
  }
}
