package com.spokefleet.ingest;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Latency;
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
import com.spokefleet.genesys.status.StatusPageClient;
import com.spokefleet.ingest.aggregate.ConversationAggregatesDataset;
import com.spokefleet.ingest.closure.ClosureSettings;
import com.spokefleet.ingest.closure.OrgClosure;
import com.spokefleet.ingest.configuration.ConfigurationDataset;
import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.ingest.conversation.HistoryEstimate;
import com.spokefleet.ingest.conversation.NamedConversations;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.ingest.edge.EdgeStreams;
import com.spokefleet.ingest.landed.Landings;
import com.spokefleet.ingest.reconciliation.ReconciliationDataset;
import com.spokefleet.ingest.status.RegionWatch;
import com.spokefleet.ingest.user.UsersPlan;
import com.spokefleet.lake.dimension.DimensionHistory;
import com.spokefleet.lake.lease.Leases;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.telemetry.EmbeddedMetrics;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.JsonLog;
import com.spokefleet.telemetry.Metrics;
import java.io.PrintStream;
import java.net.http.HttpClient;
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

  /** One for all doors to the API: each client has threads of its own. */
  private final HttpClient client = HttpRuntime.newClient(CONNECT_TIMEOUT);

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
    Opened opened = open();
    return orgIngest(
        opened.fleet(),
        opened.spoke(),
        opened.stores().open(opened.environment()),
        ReadPlan.of(opened.spoke().schedule()),
        UsersPlan.of(opened.spoke().schedule()));
  }

  Optional<HistoryEstimate> historyEstimate() {
    Opened opened = open();
    Spoke spoke = opened.spoke();
    GenesysHttp http = http(spoke, opened.stores().secrets(), RequestObserver.NONE);
    return DetailsPermit.of(spoke)
        .map(
            permit ->
                new HistoryEstimate(
                    permit,
                    new ConversationDetailsQuery(http, spoke.name(), spoke.conversationFilter())));
  }

  OrgClosure orgClosure() {
    Opened opened = open();
    return orgClosure(
        opened.fleet(),
        opened.spoke(),
        opened.stores().open(opened.environment()),
        ClosureSettings.defaults());
  }

  /** What the environment names, found and read. */
  private record Opened(IngestEnvironment environment, Fleet fleet, Spoke spoke, Stores stores) {}

  private Opened open() {
    IngestEnvironment environment = IngestEnvironment.parse(variables);
    Fleet fleet = FleetParser.parse(environment.fleet());
    Spoke spoke = spoke(fleet, environment);
    return new Opened(
        environment, fleet, spoke, new Stores(fleet, spoke, variables, sleeper, random));
  }

  /** Fails for an org whose conversations are not to be read, or not to be read at once. */
  OrgClosure orgClosure(Fleet fleet, Spoke spoke, OrgStores stores, ClosureSettings settings) {
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
        http(
            spoke,
            stores.secrets(),
            observer,
            HttpSettings.defaults().withRateShare(settings.rateShare()));
    OrgIdentity identity = new OrgIdentity(spoke, new ConfigurationApi(http, spoke.name()));
    Optional<Landings> landings = landings(spoke, stores, metrics);
    OrgParts org = parts(fleet, spoke, http, identity, stores, landings, metrics);
    ConversationWiring conversations =
        new ConversationWiring(
            permit,
            org,
            ReadPlan.of(spoke.schedule()),
            RevenueWiring.of(permit, org, client, stores.secrets()));
    return new OrgClosure(
        spoke,
        conversations.named(settings.idsPerRequest()),
        new OrgLease(spoke, new Leases(stores.checkpoints(), clock), clock, sleeper),
        listener(landings),
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
      Fleet fleet, Spoke spoke, OrgStores stores, ReadPlan plan, UsersPlan usersPlan) {
    Metrics metrics = new EmbeddedMetrics(clock, log);
    RunObserver observer = new RunObserver(metrics, spoke.name());
    GenesysHttp http = http(spoke, stores.secrets(), observer);
    ConfigurationApi configuration = new ConfigurationApi(http, spoke.name());
    OrgIdentity identity = new OrgIdentity(spoke, configuration);
    Optional<Landings> landings = landings(spoke, stores, metrics);
    OrgParts org = parts(fleet, spoke, http, identity, stores, landings, metrics);
    List<Dataset> datasets = new ArrayList<>();
    datasets.add(
        new ConfigurationDataset(
            org, configuration, new DimensionHistory(org.objects(), org.scratch())));
    Optional<DetailsPermit> permit = DetailsPermit.of(spoke);
    Optional<RevenueWiring> revenue =
        permit.flatMap(permitted -> RevenueWiring.of(permitted, org, client, stores.secrets()));
    Optional<ConversationWiring> conversations =
        permit.map(permitted -> new ConversationWiring(permitted, org, plan, revenue));
    revenue.flatMap(RevenueWiring::exchangeRates).ifPresent(datasets::add);
    conversations.map(ConversationWiring::ticks).ifPresent(datasets::addAll);
    revenue.map(RevenueWiring::dataset).ifPresent(datasets::add);
    permit
        .map(permitted -> UsersWiring.datasets(permitted, org, usersPlan))
        .ifPresent(datasets::addAll);
    datasets.add(new ConversationAggregatesDataset(org, plan.historyDays()));
    datasets.addAll(PolledDatasets.of(org, runtime(observer), edgeStreams(org, stores)));
    conversations
        .map(
            wiring ->
                wiring.backfill(
                    http(
                        spoke,
                        stores.secrets(),
                        observer,
                        ConversationWiring.backfillSettings(spoke))))
        .ifPresent(datasets::add);
    // Last, so that it compares what this very run has landed.
    permit
        .map(
            permitted ->
                new ReconciliationDataset(
                    permitted, org, new ProofStore(org.objects(), org.scratch())))
        .ifPresent(datasets::add);
    return new OrgIngest(
        spoke,
        datasets,
        new OrgLease(spoke, new Leases(stores.checkpoints(), clock), clock, sleeper),
        listener(landings),
        observer,
        spoke
            .statusPage()
            .map(page -> new StatusPageClient(page, runtime(RequestObserver.NONE)))
            .map(page -> RegionWatch.of(page, clock))
            .orElseGet(() -> RegionWatch.off(clock)),
        metrics,
        new JsonLog(clock, log),
        clock);
  }

  private Optional<EdgeStreams> edgeStreams(OrgParts org, OrgStores stores) {
    return stores.edgeStreams().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EdgeStreams(
                org.spoke(),
                stores.edgeStreams(),
                org.checkpoints(),
                sleeper,
                org.metrics(),
                new JsonLog(clock, log)));
  }

  private Optional<Landings> landings(Spoke spoke, OrgStores stores, Metrics metrics) {
    return stores
        .landed()
        .map(
            channel ->
                new Landings(
                    spoke,
                    stores.lake(),
                    stores.checkpoints(),
                    stores.scratch(),
                    channel,
                    metrics,
                    new JsonLog(clock, log)));
  }

  private static RunListener listener(Optional<Landings> landings) {
    return landings.<RunListener>map(told -> told).orElse(RunListener.NONE);
  }

  /** Whatever is landed through the parts is owed to who listens, if anybody does. */
  private OrgParts parts(
      Fleet fleet,
      Spoke spoke,
      GenesysHttp http,
      OrgIdentity identity,
      OrgStores stores,
      Optional<Landings> landings,
      Metrics metrics) {
    return new OrgParts(
        fleet,
        spoke,
        http,
        identity,
        landings.map(Landings::lake).orElse(stores.lake()),
        stores.quarantine(spoke),
        stores.checkpoints(),
        stores.scratch(),
        metrics,
        clock);
  }

  private HttpRuntime runtime(RequestObserver observer) {
    return new HttpRuntime(client, clock, sleeper, random, observer);
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
