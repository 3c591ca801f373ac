package com.spokefleet.ingest;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.auth.AccessTokens;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.genesys.auth.SignIn;
import com.spokefleet.genesys.configuration.ConfigurationApi;
import com.spokefleet.genesys.conversation.ConversationDetailsQuery;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.RequestObserver;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.ingest.configuration.ConfigurationDataset;
import com.spokefleet.ingest.conversation.ConversationBuffers;
import com.spokefleet.ingest.conversation.ConversationCountsDataset;
import com.spokefleet.ingest.conversation.ConversationDetailsDataset;
import com.spokefleet.ingest.conversation.ConversationLanding;
import com.spokefleet.ingest.conversation.ConversationProofs;
import com.spokefleet.ingest.conversation.DetailsMetrics;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.ingest.conversation.HistoryEstimate;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.lake.dimension.DimensionHistory;
import com.spokefleet.lake.lease.Leases;
import com.spokefleet.lake.partition.PartitionMerge;
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
        ReadPlan.of(spoke.schedule()));
  }

  Optional<HistoryEstimate> historyEstimate() {
    IngestEnvironment environment = IngestEnvironment.parse(variables);
    Spoke spoke = spoke(FleetParser.parse(environment.fleet()), environment);
    SecretStore secrets = new Stores(spoke.awsRegion(), variables, sleeper, random).secrets();
    GenesysHttp http = http(spoke, secrets, RequestObserver.NONE);
    return DetailsPermit.of(spoke)
        .map(
            permit ->
                new HistoryEstimate(permit, new ConversationDetailsQuery(http, spoke.name())));
  }

  OrgIngest orgIngest(
      Fleet fleet,
      Spoke spoke,
      ObjectStore objects,
      CheckpointStore checkpoints,
      SecretStore secrets,
      Path scratch,
      ReadPlan plan) {
    Metrics metrics = new EmbeddedMetrics(clock, log);
    RunObserver observer = new RunObserver(metrics, spoke.name());
    GenesysHttp http = http(spoke, secrets, observer);
    ConfigurationApi configuration = new ConfigurationApi(http, spoke.name());
    OrgIdentity identity = new OrgIdentity(spoke, configuration);
    List<Dataset> datasets = new ArrayList<>();
    datasets.add(
        new ConfigurationDataset(
            fleet,
            spoke,
            identity,
            configuration,
            new DimensionHistory(objects, scratch),
            checkpoints,
            metrics,
            clock));
    DetailsPermit.of(spoke)
        .ifPresent(
            permit ->
                datasets.addAll(
                    details(permit, identity, http, objects, checkpoints, scratch, plan, metrics)));
    return new OrgIngest(
        spoke,
        datasets,
        new Leases(checkpoints, clock),
        observer,
        metrics,
        new JsonLog(clock, log),
        clock);
  }

  private GenesysHttp http(Spoke spoke, SecretStore secrets, RequestObserver observer) {
    HttpRuntime runtime =
        new HttpRuntime(HttpRuntime.newClient(CONNECT_TIMEOUT), clock, sleeper, random, observer);
    HttpSettings settings = HttpSettings.defaults();
    AccessTokens tokens = new AccessTokens(SignIn.of(spoke), secrets, settings, runtime);
    return new GenesysHttp(spoke.endpoints().api(), tokens, settings, runtime);
  }

  private List<Dataset> details(
      DetailsPermit permit,
      OrgIdentity identity,
      GenesysHttp http,
      ObjectStore objects,
      CheckpointStore checkpoints,
      Path scratch,
      ReadPlan plan,
      Metrics metrics) {
    ConversationDetailsQuery query =
        new ConversationDetailsQuery(
            http, permit.spoke().name(), plan.pageSize(), plan.maximumResults());
    Quarantine quarantine = new Quarantine(objects);
    ProofStore proofs = new ProofStore(objects, scratch);
    ConversationProofs making = new ConversationProofs(permit, quarantine, clock);
    return List.of(
        new ConversationDetailsDataset(
            permit,
            identity,
            query,
            new ConversationBuffers(permit, quarantine, scratch, plan.memoryBytes()),
            new ConversationLanding(permit, new PartitionMerge(objects, scratch), proofs, making),
            checkpoints,
            plan,
            new DetailsMetrics(metrics, permit.spoke().name()),
            clock),
        new ConversationCountsDataset(
            permit, identity, query, proofs, making, checkpoints, plan, clock));
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
