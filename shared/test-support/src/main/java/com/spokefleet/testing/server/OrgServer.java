package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.audit.FakeAudits;
import com.spokefleet.testing.audit.GeneratedAudits;
import com.spokefleet.testing.edge.FakeEdges;
import com.spokefleet.testing.event.OrgEvents;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultCounts;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.ledger.Ledger;
import com.spokefleet.testing.ledger.RateWindow;
import com.spokefleet.testing.ledger.ServedCounts;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.ledger.TrueStatus;
import com.spokefleet.testing.org.ConfigurationObjects;
import com.spokefleet.testing.org.Directory;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.JobService;
import com.spokefleet.testing.org.PiiMarkers;
import com.spokefleet.testing.org.Presences;
import com.spokefleet.testing.org.ServiceLevelSwitches;
import com.spokefleet.testing.render.RecordForm;
import com.spokefleet.testing.setup.FakeSetup;
import com.spokefleet.testing.traffic.AgentStatuses;
import com.spokefleet.testing.traffic.GeneratedConversations;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One organisation on a loopback port of its own: server, data and truth wired together. */
public final class OrgServer implements AutoCloseable {
  private static final Duration USUAL_REACH = Duration.ofMinutes(20);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final OrgContext org;
  private final Directory directory;
  private final GeneratedConversations conversations;
  private final AgentStatuses statuses;
  private final Tokens tokens;
  private final OrgHandler handler;
  private final JobService jobs = new JobService();
  private final Ledger ledger;
  private final FakeAudits audits;
  private final AuditsHandler auditsHandler;
  private final FakeEdges edges;
  private final FakeSetup setup = new FakeSetup();
  private final OrgEvents events;
  private final String clientId;
  private final String clientSecret;
  private volatile LateChanges lateChanges;
  private volatile Records records;
  private volatile ServiceLevelSwitches switches = ServiceLevelSwitches.USUAL;
  private volatile Duration longestAggregates = Duration.ofDays(31);

  /** Starts serving at once. */
  public OrgServer(FakeOrgSettings settings, Clock clock) throws IOException {
    directory = Directory.of(settings);
    PiiMarkers markers = PiiMarkers.of(settings.seed());
    conversations = new GeneratedConversations(settings, directory, markers);
    org =
        new OrgContext(
            settings,
            clock,
            new ConfigurationObjects(directory),
            new FaultCounts(),
            new ServedCounts());
    tokens =
        new Tokens(clock, settings.tokenLifetime(), settings.requestsPerMinute(), settings.seed());
    clientId = "client-" + Long.toHexString(settings.seed());
    clientSecret = "secret-" + Long.toHexString(settings.seed() * 31 + 7);
    lateChanges = new LateChanges(conversations, directory.wrapupCodes(), USUAL_REACH);
    records = new GeneratedRecords(conversations, org.faults(), org.served());
    handler = new OrgHandler(org, tokens, new SignIn(clientId, clientSecret, tokens));
    handler.serve(
        new ConfigurationHandler(org),
        Endpoint.ORGANIZATION,
        Endpoint.QUEUES,
        Endpoint.USERS,
        Endpoint.WRAPUP_CODES,
        Endpoint.DIVISIONS);
    handler.serve(new DetailsHandler(org, records, lateChanges), Endpoint.DETAILS_QUERY);
    handler.serve(
        new JobsHandler(org, jobs, () -> records),
        Endpoint.JOBS_AVAILABILITY,
        Endpoint.DETAILS_JOBS,
        Endpoint.DETAILS_JOB,
        Endpoint.DETAILS_JOB_CANCEL,
        Endpoint.DETAILS_JOB_RESULTS);
    handler.serve(
        new DetailsByIdHandler(org, () -> records),
        Endpoint.CONVERSATION_DETAILS,
        Endpoint.CONVERSATIONS_DETAILS);
    Presences presences = Presences.of(settings);
    statuses = new AgentStatuses(settings, presences, directory.users());
    handler.serve(new PresenceHandler(org, presences), Endpoint.PRESENCE_DEFINITIONS);
    handler.serve(
        new UsersDetailsHandler(org, new StoredStatuses(statuses)), Endpoint.USERS_DETAILS_QUERY);
    audits = new FakeAudits(new GeneratedAudits(settings, directory, markers));
    auditsHandler = new AuditsHandler(org, audits);
    handler.serve(
        auditsHandler,
        Endpoint.AUDIT_SERVICE_MAPPING,
        Endpoint.AUDIT_QUERY,
        Endpoint.AUDIT_STATUS,
        Endpoint.AUDIT_RESULTS);
    edges = new FakeEdges(settings);
    handler.serve(new EdgesHandler(org, edges), Endpoint.EDGES, Endpoint.EDGE_METRICS);
    handler.serve(
        new SetupHandler(org, setup),
        Endpoint.AUTHORIZATION_SUBJECT,
        Endpoint.INTEGRATIONS,
        Endpoint.INTEGRATION_CONFIG,
        Endpoint.AVAILABLE_TOPICS);
    handler.serve(
        new UsersJobsHandler(org, jobs, new StoredStatuses(statuses)),
        Endpoint.USERS_JOBS_AVAILABILITY,
        Endpoint.USERS_DETAILS_JOBS,
        Endpoint.USERS_DETAILS_JOB,
        Endpoint.USERS_DETAILS_JOB_RESULTS);
    events = new OrgEvents(settings, conversations, statuses, audits, edges, markers);
    ledger =
        new Ledger(
            this::tell, this::tellStatuses, events::counts, org.faults(), org.served(), markers);
    serveAggregates();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.setExecutor(threads);
    server.start();
  }

  private void serveAggregates() {
    handler.serve(
        new AggregatesHandler(org, records, switches, longestAggregates),
        Endpoint.CONVERSATION_AGGREGATES);
  }

  /** From now on the service level is worked out like this, of the past as well. */
  public void serviceLevelBy(ServiceLevelSwitches changed) {
    switches = changed;
    serveAggregates();
  }

  /** From now on an aggregates query over more time than this is refused. */
  public void longestAggregates(Duration interval) {
    longestAggregates = interval;
    serveAggregates();
  }

  private void tell(Instant asOf, Consumer<TrueConversation> consumer) {
    long visible = OrgContext.visibleUntil(org.settings(), asOf.toEpochMilli());
    Records told = records;
    for (long day = told.firstDay(); day <= told.lastDay(visible); day++) {
      int count = told.count(day);
      for (int position = 0; position < count; position++) {
        if (told.start(day, position) <= visible) {
          consumer.accept(told.truth(day, position, visible));
        }
      }
    }
  }

  private List<TrueStatus> tellStatuses(Instant asOf) {
    long visible = OrgContext.visibleUntil(org.settings(), asOf.toEpochMilli());
    return statuses.startedBy(visible).stream().map(status -> status.truth(visible)).toList();
  }

  /** Every record visible at an instant, as jobs return them. */
  public List<String> records(Instant asOf) {
    long visible = asOf.toEpochMilli();
    Records told = records;
    List<String> texts = new ArrayList<>();
    for (long day = told.firstDay(); day <= told.lastDay(visible); day++) {
      for (int position = 0; position < told.count(day); position++) {
        if (told.start(day, position) <= visible) {
          texts.add(text(told, day, position, visible));
        }
      }
    }
    return texts;
  }

  private static String text(Records told, long day, int position, long visible) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      told.write(generator, RecordForm.WITH_ATTRIBUTES, day, position, visible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  public FakeOrgSettings settings() {
    return org.settings();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public String clientId() {
    return clientId;
  }

  public String clientSecret() {
    return clientSecret;
  }

  public Ledger ledger() {
    return ledger;
  }

  public FakeAudits audits() {
    return audits;
  }

  public FakeEdges edges() {
    return edges;
  }

  public FakeSetup setup() {
    return setup;
  }

  public Directory directory() {
    return directory;
  }

  public JobService jobs() {
    return jobs;
  }

  public ConfigurationObjects objects() {
    return org.objects();
  }

  public LateChanges lateChanges() {
    return lateChanges;
  }

  /** The latest event queries can see now, in epoch milliseconds. */
  public long visibleUntil() {
    return org.visibleUntil();
  }

  /** What is told over EventBridge. */
  public OrgEvents events() {
    return events;
  }

  /** Now, by the organisation's clock. */
  public Instant now() {
    return org.clock().instant();
  }

  public void use(FaultPlan plan) {
    handler.use(plan);
  }

  public void permit(Endpoint endpoint, boolean permitted) {
    handler.permit(endpoint, permitted);
  }

  public void revokeTokens() {
    tokens.revokeAll();
  }

  public List<RateWindow> rateWindows() {
    return tokens.windows();
  }

  public long tokensIssued() {
    return tokens.issued();
  }

  /** How long after its end a fault or lever may change a conversation. */
  public void changesReach(Duration reach) {
    lateChanges = new LateChanges(conversations, directory.wrapupCodes(), reach);
    handler.serve(new DetailsHandler(org, records, lateChanges), Endpoint.DETAILS_QUERY);
  }

  /** Serves these records in place of generated ones. */
  public void serve(List<String> given) {
    records = new GivenRecords(given);
    handler.serve(new DetailsHandler(org, records, null), Endpoint.DETAILS_QUERY);
    serveAggregates();
  }

  @Override
  public void close() {
    auditsHandler.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
