package com.spokefleet.ingest;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.conversation.AdmittedConversations;
import com.spokefleet.genesys.conversation.ConversationDetailsById;
import com.spokefleet.genesys.conversation.ConversationDetailsJobs;
import com.spokefleet.genesys.conversation.ConversationDetailsQuery;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.ingest.conversation.BackfillPlan;
import com.spokefleet.ingest.conversation.ConversationBackfillDataset;
import com.spokefleet.ingest.conversation.ConversationBuffers;
import com.spokefleet.ingest.conversation.ConversationCountsDataset;
import com.spokefleet.ingest.conversation.ConversationDetailsDataset;
import com.spokefleet.ingest.conversation.ConversationLanding;
import com.spokefleet.ingest.conversation.ConversationProofs;
import com.spokefleet.ingest.conversation.ConversationSettleDataset;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.ingest.conversation.NamedConversations;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.ingest.conversation.SettleLanding;
import com.spokefleet.ingest.conversation.SettlePlan;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.UnitComparison;
import com.spokefleet.lake.proof.ProofStore;
import java.util.List;
import java.util.Optional;

/**
 * Puts together whatever reads conversations of one org: ticks, settling, backfill and the closure
 * trigger all land through the same parts.
 */
final class ConversationWiring {
  private final OrgParts org;
  private final DetailsPermit permit;
  private final ReadPlan plan;
  private final ProofStore proofs;
  private final ConversationProofs making;
  private final ConversationBuffers buffers;
  private final ConversationLanding landing;

  ConversationWiring(
      DetailsPermit permit, OrgParts org, ReadPlan plan, Optional<RevenueWiring> revenue) {
    this.org = org;
    this.permit = permit;
    this.plan = plan;
    this.proofs = new ProofStore(org.objects(), org.scratch());
    this.making = new ConversationProofs(permit, org.quarantine(), org.clock());
    this.buffers =
        new ConversationBuffers(
            permit,
            org.quarantine(),
            org.scratch(),
            plan.memoryBytes(),
            revenue.map(RevenueWiring::revenue));
    this.landing =
        new ConversationLanding(
            permit, new PartitionMerge(org.objects(), org.scratch()), proofs, making);
  }

  /** What a tick does with conversations, in this order. */
  List<Dataset> ticks() {
    ConversationDetailsQuery query =
        new ConversationDetailsQuery(
            org.http(),
            spoke().name(),
            spoke().conversationFilter(),
            plan.pageSize(),
            plan.maximumResults());
    SettlePlan settlePlan = SettlePlan.standard();
    return List.of(
        new ConversationDetailsDataset(org, query, buffers, landing, plan),
        new ConversationCountsDataset(org, query, proofs, making, plan),
        new ConversationSettleDataset(
            org,
            permit,
            jobs(org.http()),
            buffers,
            settleLanding(settlePlan),
            settlePlan,
            plan.readingShare()));
  }

  /**
   * @param http the backfill's own door to the API, made with {@link #backfillSettings}
   */
  Dataset backfill(GenesysHttp http) {
    BackfillPlan backfillPlan = BackfillPlan.standard();
    return new ConversationBackfillDataset(
        org,
        permit,
        jobs(http),
        buffers,
        settleLanding(backfillPlan.jobs()),
        backfillPlan,
        plan.historyDays());
  }

  /** Settings of a door to the API that keeps to the share of the limit a backfill may have. */
  static HttpSettings backfillSettings(Spoke spoke) {
    return HttpSettings.defaults()
        .withRateShare(spoke.schedule().backfillPercent() / 100.0)
        .withLongestPacing(BackfillPlan.LONGEST_PACING);
  }

  NamedConversations named(int idsPerRequest) {
    return new NamedConversations(
        org,
        new AdmittedConversations(org.http(), spoke().name(), spoke().conversationFilter()),
        new ConversationDetailsById(org.http(), spoke().name(), spoke().readableAttributes()),
        buffers,
        landing,
        idsPerRequest);
  }

  private ConversationDetailsJobs jobs(GenesysHttp http) {
    return new ConversationDetailsJobs(http, spoke().name(), spoke().readableAttributes());
  }

  private SettleLanding settleLanding(SettlePlan settlePlan) {
    return new SettleLanding(
        permit,
        landing,
        new UnitComparison(new LakeReader(org.objects(), org.scratch())),
        proofs,
        making,
        settlePlan,
        org.scratch(),
        plan.memoryBytes());
  }

  private Spoke spoke() {
    return permit.spoke();
  }
}
