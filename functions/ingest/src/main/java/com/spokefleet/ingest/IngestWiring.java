package com.spokefleet.ingest;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Latency;
import com.spokefleet.config.QueryFilter;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.auth.AccessTokens;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.genesys.auth.SignIn;
import com.spokefleet.genesys.configuration.ConfigurationApi;
import com.spokefleet.genesys.conversation.AdmittedConversations;
import com.spokefleet.genesys.conversation.ConversationDetailsById;
import com.spokefleet.genesys.conversation.ConversationDetailsQuery;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.RequestObserver;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.genesys.user.UserDetailsJobs;
import com.spokefleet.genesys.user.UserDetailsQuery;
import com.spokefleet.ingest.aggregate.ConversationAggregatesDataset;
import com.spokefleet.ingest.closure.ClosureSettings;
import com.spokefleet.ingest.closure.OrgClosure;
import com.spokefleet.ingest.configuration.ConfigurationDataset;
import com.spokefleet.ingest.conversation.ConversationBuffers;
import com.spokefleet.ingest.conversation.ConversationCountsDataset;
import com.spokefleet.ingest.conversation.ConversationDetailsDataset;
import com.spokefleet.ingest.conversation.ConversationLanding;
import com.spokefleet.ingest.conversation.ConversationProofs;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.ingest.conversation.HistoryEstimate;
import com.spokefleet.ingest.conversation.NamedConversations;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.ingest.reconciliation.ReconciliationDataset;
import com.spokefleet.ingest.user.UsersDetailsDataset;
import com.spokefleet.ingest.user.UsersLanding;
import com.spokefleet.ingest.user.UsersPlan;
import com.spokefleet.ingest.user.UsersProofs;
import com.spokefleet.ingest.user.UsersSettleDataset;
import com.spokefleet.lake.dimension.DimensionHistory;
import com.spokefleet.lake.lease.Leases;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.PartitionReplacement;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.telemetry.EmbeddedMetrics;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.JsonLog;
import com.spokefleet.telemetry.Metrics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The one place where the ingestion function's parts are put together. */
final class IngestWiring {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Map<String, String> variables;
  private final Clock clock;
  private final Sleeper sleeper;
  private final RandomGenerator random;
  private final PrintStream log;

  IngestWiring(Map<String, String> variables, Clock clock, Sleeper sleeper, PrintStream log) {
    this(variables, clock, sleeper, RandomGenerator.getDefault(), log);
  }

  /**
   * @param random spreads retries; a seeded one makes a run on a virtual clock repeatable
   */
  IngestWiring(
      Map<String, String> variables,
      Clock clock,
      Sleeper sleeper,
      RandomGenerator random,
      PrintStream log) {
    this.variables = variables;
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
    this.log = log;
  }

  OrgIngest orgIngest() {
    IngestEnvironment environment = IngestEnvironment.parse(variables);
    Fleet fleet = FleetParser.parse(environment.fleet());
    Spoke spoke = spoke(fleet, environment);
    Stores stores = new Stores(spoke.awsRegion(), variables, sleeper, random);
    return orgIngest(
        fleet,
        spoke,
        stores.objects(environment.lake()),
        stores.checkpoints(environment.checkpoints()),
        stores.secrets(),
        environment.scratch(),
        ReadPlan.of(spoke.schedule()),
        UsersPlan.of(spoke.schedule()));
  }

  Optional<HistoryEstimate> historyEstimate() {
    IngestEnvironment environment = IngestEnvironment.parse(variables);
    Spoke spoke = spoke(FleetParser.parse(environment.fleet()), environment);
    SecretStore secrets = new Stores(spoke.awsRegion(), variables, sleeper, random).secrets();
    GenesysHttp http = http(spoke, secrets, RequestObserver.NONE);
    return DetailsPermit.of(spoke)
        .map(
            permit ->
                new HistoryEstimate(
                    permit,
                    new ConversationDetailsQuery(http, spoke.name(), spoke.conversationFilter())));
  }

  OrgClosure orgClosure() {
    IngestEnvironment environment = IngestEnvironment.parse(variables);
    Fleet fleet = FleetParser.parse(environment.fleet());
    Spoke spoke = spoke(fleet, environment);
    Stores stores = new Stores(spoke.awsRegion(), variables, sleeper, random);
    return orgClosure(
        fleet,
        spoke,
        stores.objects(environment.lake()),
        stores.checkpoints(environment.checkpoints()),
        stores.secrets(),
        environment.scratch(),
        ClosureSettings.defaults());
  }

  /** Fails for an org whose conversations are not to be read, or not to be read at once. */
  OrgClosure orgClosure(
      Fleet fleet,
      Spoke spoke,
      ObjectStore objects,
      CheckpointStore checkpoints,
      SecretStore secrets,
      Path scratch,
      ClosureSettings settings) {
    DetailsPermit permit =
        DetailsPermit.of(spoke)
            .orElseThrow(() -> noClosure(spoke, "its residency is metrics-only"));
    if (spoke.latency() != Latency.IMMEDIATE) {
      throw noClosure(spoke, "its latency is not immediate");
    }
    Metrics metrics = new EmbeddedMetrics(clock, log);
    RunObserver observer = new RunObserver(metrics, spoke.name());
    observer.running(NamedConversations.NAME);
    GenesysHttp http =
        http(spoke, secrets, observer, HttpSettings.defaults().withRateShare(settings.rateShare()));
    OrgIdentity identity = new OrgIdentity(spoke, new ConfigurationApi(http, spoke.name()));
    OrgParts org =
        new OrgParts(fleet, spoke, http, identity, objects, checkpoints, scratch, metrics, clock);
    Quarantine quarantine = new Quarantine(objects);
    ConversationLanding landing =
        new ConversationLanding(
            permit,
            new PartitionMerge(objects, scratch),
            new ProofStore(objects, scratch),
            new ConversationProofs(permit, quarantine, clock));
    ConversationBuffers buffers =
        new ConversationBuffers(
            permit,
            quarantine,
            scratch,
            ReadPlan.of(spoke.schedule()).memoryBytes(),
            RevenueWiring.of(permit, org).map(RevenueWiring::revenue));
    return new OrgClosure(
        spoke,
        new NamedConversations(
            org,
            new AdmittedConversations(http, spoke.name(), spoke.conversationFilter()),
            new ConversationDetailsById(http, spoke.name(), spoke.readableAttributes()),
            buffers,
            landing,
            settings.idsPerRequest()),
        new OrgLease(spoke, new Leases(checkpoints, clock), clock, sleeper),
        settings,
        metrics,
        new JsonLog(clock, log),
        clock);
  }

  private static IngestException noClosure(Spoke spoke, String reason) {
    return new IngestException(
        FailureKind.PERMANENT, "Cannot follow end events of " + spoke.name() + ": " + reason, null);
  }

  OrgIngest orgIngest(
      Fleet fleet,
      Spoke spoke,
      ObjectStore objects,
      CheckpointStore checkpoints,
      SecretStore secrets,
      Path scratch,
      ReadPlan plan,
      UsersPlan usersPlan) {
    Metrics metrics = new EmbeddedMetrics(clock, log);
    RunObserver observer = new RunObserver(metrics, spoke.name());
    GenesysHttp http = http(spoke, secrets, observer);
    ConfigurationApi configuration = new ConfigurationApi(http, spoke.name());
    OrgIdentity identity = new OrgIdentity(spoke, configuration);
    OrgParts org =
        new OrgParts(fleet, spoke, http, identity, objects, checkpoints, scratch, metrics, clock);
    List<Dataset> datasets = new ArrayList<>();
    datasets.add(
        new ConfigurationDataset(org, configuration, new DimensionHistory(objects, scratch)));
    Optional<RevenueWiring> revenue =
        DetailsPermit.of(spoke).flatMap(permit -> RevenueWiring.of(permit, org));
    revenue.flatMap(RevenueWiring::exchangeRates).ifPresent(datasets::add);
    DetailsPermit.of(spoke)
        .ifPresent(permit -> datasets.addAll(details(permit, org, plan, revenue)));
    revenue.map(RevenueWiring::dataset).ifPresent(datasets::add);
    DetailsPermit.of(spoke).ifPresent(permit -> datasets.addAll(users(permit, org, usersPlan)));
    datasets.add(new ConversationAggregatesDataset(org, plan.historyDays()));
    datasets.addAll(PolledDatasets.of(org, runtime(observer)));
    DetailsPermit.of(spoke)
        .ifPresent(
            permit ->
                datasets.add(
                    BackfillWiring.dataset(
                        permit,
                        org,
                        http(spoke, secrets, observer, BackfillWiring.http(spoke)),
                        plan,
                        revenue)));
    // Last, so that it compares what this very run has landed.
    DetailsPermit.of(spoke)
        .ifPresent(
            permit ->
                datasets.add(
                    new ReconciliationDataset(
                        permit, org, new ProofStore(org.objects(), org.scratch()))));
    return new OrgIngest(
        spoke,
        datasets,
        new OrgLease(spoke, new Leases(checkpoints, clock), clock, sleeper),
        observer,
        metrics,
        new JsonLog(clock, log),
        clock);
  }

  private HttpRuntime runtime(RequestObserver observer) {
    return new HttpRuntime(
        HttpRuntime.newClient(CONNECT_TIMEOUT), clock, sleeper, random, observer);
  }

  private GenesysHttp http(Spoke spoke, SecretStore secrets, RequestObserver observer) {
    return http(spoke, secrets, observer, HttpSettings.defaults());
  }

  private GenesysHttp http(
      Spoke spoke, SecretStore secrets, RequestObserver observer, HttpSettings settings) {
    HttpRuntime runtime = runtime(observer);
    AccessTokens tokens = new AccessTokens(SignIn.of(spoke), secrets, settings, runtime);
    return new GenesysHttp(spoke.endpoints().api(), tokens, settings, runtime);
  }

  private static List<Dataset> details(
      DetailsPermit permit, OrgParts org, ReadPlan plan, Optional<RevenueWiring> revenue) {
    ConversationDetailsQuery query =
        new ConversationDetailsQuery(
            org.http(),
            permit.spoke().name(),
            permit.spoke().conversationFilter(),
            plan.pageSize(),
            plan.maximumResults());
    Quarantine quarantine = new Quarantine(org.objects());
    ProofStore proofs = new ProofStore(org.objects(), org.scratch());
    ConversationProofs making = new ConversationProofs(permit, quarantine, org.clock());
    ConversationBuffers buffers =
        new ConversationBuffers(
            permit,
            quarantine,
            org.scratch(),
            plan.memoryBytes(),
            revenue.map(RevenueWiring::revenue));
    ConversationLanding landing =
        new ConversationLanding(
            permit, new PartitionMerge(org.objects(), org.scratch()), proofs, making);
    return List.of(
        new ConversationDetailsDataset(org, query, buffers, landing, plan),
        new ConversationCountsDataset(org, query, proofs, making, plan),
        SettleWiring.dataset(permit, org, buffers, landing, proofs, making, plan));
  }

  private static List<Dataset> users(DetailsPermit permit, OrgParts org, UsersPlan plan) {
    QueryFilter filter = permit.spoke().usersFilter();
    UserDetailsQuery query =
        new UserDetailsQuery(
            org.http(),
            permit.spoke().name(),
            filter.members(),
            plan.pageSize(),
            plan.maximumResults());
    Quarantine quarantine = new Quarantine(org.objects());
    UsersLanding landing =
        new UsersLanding(
            permit,
            new PartitionReplacement(org.objects(), org.scratch()),
            new ProofStore(org.objects(), org.scratch()),
            new UsersProofs(permit, quarantine, org.clock()));
    UserDetailsJobs jobs = new UserDetailsJobs(org.http(), permit.spoke().name(), filter.members());
    return List.of(
        new UsersDetailsDataset(org, query, landing, quarantine, plan, filter.hash()),
        new UsersSettleDataset(org, jobs, landing, quarantine, plan, filter.hash()));
  }

  private static Spoke spoke(Fleet fleet, IngestEnvironment environment) {
    return fleet
        .spoke(environment.org())
        .orElseThrow(
            () ->
                new IngestException(
                    FailureKind.PERMANENT,
                    "Cannot ingest "
                        + environment.org()
                        + ": "
                        + environment.fleet()
                        + " has "
                        + fleet.spokes().stream().map(Spoke::name).toList(),
                    null));
  }
}
