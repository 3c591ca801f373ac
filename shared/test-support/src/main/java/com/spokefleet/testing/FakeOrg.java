package com.spokefleet.testing;

import com.spokefleet.testing.audit.FakeAudits;
import com.spokefleet.testing.edge.FakeEdges;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.ledger.Ledger;
import com.spokefleet.testing.ledger.RateWindow;
import com.spokefleet.testing.org.Directory;
import com.spokefleet.testing.org.DirectoryEntry;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.JobService;
import com.spokefleet.testing.org.ServiceLevelSwitches;
import com.spokefleet.testing.server.OrgServer;
import com.spokefleet.testing.setup.FakeSetup;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One fake organisation: where to reach it, what it knows, and levers to change it. */
public final class FakeOrg {
  private final OrgServer server;

  FakeOrg(OrgServer server) {
    this.server = server;
  }

  public String name() {
    return server.settings().name();
  }

  public String orgId() {
    return server.settings().orgId();
  }

  public FakeOrgSettings settings() {
    return server.settings();
  }

  public URI api() {
    return server.address();
  }

  public URI login() {
    return server.address();
  }

  public URI apps() {
    return server.address();
  }

  public String clientId() {
    return server.clientId();
  }

  public String clientSecret() {
    return server.clientSecret();
  }

  public Ledger ledger() {
    return server.ledger();
  }

  /** What administrators did, and what can go wrong when it is asked for. */
  public FakeAudits audits() {
    return server.audits();
  }

  /** The Edges and what they measure. */
  public FakeEdges edges() {
    return server.edges();
  }

  /** What its administrator did for our client, to be changed at will. */
  public FakeSetup setup() {
    return server.setup();
  }

  /** The configuration objects the organisation started with. */
  public Directory directory() {
    return server.directory();
  }

  /** How the organisation's asynchronous jobs behave, to be changed at will. */
  public JobService jobs() {
    return server.jobs();
  }

  /** From now on requests meet this plan's faults. */
  public void faults(FaultPlan plan) {
    server.use(plan);
  }

  /** From now on calls of the endpoint are answered with 403. */
  public void removePermission(Endpoint endpoint) {
    server.permit(endpoint, false);
  }

  public void grantPermission(Endpoint endpoint) {
    server.permit(endpoint, true);
  }

  /** Every token handed out so far stops being valid. */
  public void revokeTokens() {
    server.revokeTokens();
  }

  /** What each token has spent in each window of its rate limit. */
  public List<RateWindow> rateWindows() {
    return server.rateWindows();
  }

  public long tokensIssued() {
    return server.tokensIssued();
  }

  /** Renames a queue, user, wrap-up code or division. */
  public void rename(Endpoint endpoint, String id, String name) {
    server.objects().rename(endpoint, id, name);
  }

  /** Deletes an object: users keep a state, all others disappear from their list. */
  public void delete(Endpoint endpoint, String id) {
    server.objects().setState(endpoint, id, DirectoryEntry.State.DELETED);
  }

  public void deactivateUser(String id) {
    server.objects().setState(Endpoint.USERS, id, DirectoryEntry.State.INACTIVE);
  }

  /**
   * Serves these records (JSON objects of a details reply) in place of generated ones, each visible
   * once the clock has passed its own end.
   */
  public void serveRecords(List<String> records) {
    server.serve(records);
  }

  /** How long after its end a conversation may still change; 20 minutes unless told. */
  public void changesReach(Duration reach) {
    server.changesReach(reach);
  }

  /** Lets some open conversation end ten minutes later; its id, or empty if none is open. */
  public Optional<String> delayAnEnd() {
    return server.lateChanges().delayAnEnd(server.visibleUntil());
  }

  /** Changes some conversation that ended lately; its id, or empty if none did. */
  public Optional<String> changeAfterEnd() {
    return server.lateChanges().changeAfterEnd(server.visibleUntil());
  }

  /** Opens some conversation that ended lately again; its id, or empty if none did. */
  public Optional<String> reopen() {
    return server.lateChanges().reopen(server.visibleUntil());
  }

  /**
   * Changes some conversation that ended at least so long ago, whatever the reach; its id, or empty
   * if there is none.
   */
  public Optional<String> changeLongAfterEnd(Duration ago) {
    return server.lateChanges().changeLongAfterEnd(server.visibleUntil(), ago);
  }

  /** Opens some conversation again that ended at least so long ago; its id, or empty. */
  public Optional<String> reopenLongAfterEnd(Duration ago) {
    return server.lateChanges().reopenLongAfterEnd(server.visibleUntil(), ago);
  }

  /**
   * The end events of legs that the organisation has told over EventBridge since the instant, in
   * order of time. Events come as they happen, before queries can see what they tell of.
   */
  public List<EmittedEvent> endEvents(Instant since) {
    return server.events().ends(since.toEpochMilli(), server.now().toEpochMilli());
  }

  /**
   * Everything that the organisation has told over EventBridge since the instant, in order of time,
   * noise included: what a bus without rules would pass on.
   */
  public List<EmittedEvent> events(Instant since) {
    return server.events().between(since, server.now());
  }

  /** The name of the event source that its events come from. */
  public String eventSource() {
    return server.events().source();
  }

  /** From now on aggregates work the service level out like this, of the past as well. */
  public void serviceLevelBy(ServiceLevelSwitches switches) {
    server.serviceLevelBy(switches);
  }

  /** From now on an aggregates query over more time than this is refused; 31 days unless told. */
  public void longestAggregates(Duration interval) {
    server.longestAggregates(interval);
  }

  /**
   * Every record of the organisation as jobs would return it at that instant, ended or not, which
   * is what files made then hold.
   */
  public List<String> records(Instant asOf) {
    return server.records(asOf);
  }

  void close() {
    server.close();
  }
}
