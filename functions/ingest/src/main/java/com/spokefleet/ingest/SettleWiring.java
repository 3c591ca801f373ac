package com.spokefleet.ingest;

import com.spokefleet.genesys.conversation.ConversationDetailsJobs;
import com.spokefleet.ingest.conversation.ConversationBuffers;
import com.spokefleet.ingest.conversation.ConversationLanding;
import com.spokefleet.ingest.conversation.ConversationProofs;
import com.spokefleet.ingest.conversation.ConversationSettleDataset;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.ingest.conversation.SettleLanding;
import com.spokefleet.ingest.conversation.SettlePlan;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.UnitComparison;
import com.spokefleet.lake.proof.ProofStore;

/** Puts the settling of conversations together, on what ticks land with. */
final class SettleWiring {
  private SettleWiring() {}

  static Dataset dataset(
      DetailsPermit permit,
      OrgParts org,
      ConversationBuffers buffers,
      ConversationLanding landing,
      ProofStore proofs,
      ConversationProofs making,
      ReadPlan plan) {
    SettlePlan settlePlan = SettlePlan.standard();
    UnitComparison comparison = new UnitComparison(new LakeReader(org.objects(), org.scratch()));
    return new ConversationSettleDataset(
        org,
        permit,
        new ConversationDetailsJobs(
            org.http(), permit.spoke().name(), permit.spoke().readableAttributes()),
        buffers,
        new SettleLanding(
            permit,
            landing,
            comparison,
            proofs,
            making,
            settlePlan,
            org.scratch(),
            plan.memoryBytes()),
        settlePlan,
        plan.readingShare());
  }
}
