package com.spokefleet.testing.server;

import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.ledger.Ledger;
import com.spokefleet.testing.ledger.ServedCounts;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.faults.FaultCounts;
import com.spokefleet.testing.org.ConfigurationObjects;
import com.spokefleet.testing.org.Directory;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.PiiMarkers;
import com.spokefleet.testing.traffic.GeneratedConversations;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One organisation on a loopback port of its own: server, data and truth wired together. */
public final class OrgServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final OrgContext org;
  private final Directory directory;
  private final GeneratedConversations conversations;
  private final Tokens tokens;
  private final OrgHandler handler;
  private final Ledger ledger;
  private final String clientId;
  private final String clientSecret;
  private volatile Duration reach = Duration.ofMinutes(20);
  private volatile LateChanges lateChanges;

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
        new Tokens(
            clock, settings.tokenLifetime(), settings.requestsPerMinute(), settings.seed());
    clientId = "client-" + Long.toHexString(settings.seed());
    clientSecret = "secret-" + Long.toHexString(settings.seed() * 31 + 7);
    lateChanges = new LateChanges(conversations, directory.wrapupCodes(), reach);
    handler =
        new OrgHandler(org, tokens, new SignIn(clientId, clientSecret, tokens), generatedDetails());
    ledger = new Ledger(this::tell, org.faults(), org.served(), markers);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.setExecutor(threads);
    server.start();
  }

  private DetailsHandler generatedDetails() {
    return new DetailsHandler(
        org, new GeneratedRecords(conversations, org.faults(), org.served()), lateChanges);
  }

  private void tell(Instant asOf, Consumer<TrueConversation> consumer) {
    long visible = OrgContext.visibleUntil(org.settings(), asOf.toEpochMilli());
    for (long day = conversations.firstDay(); day <= conversations.lastDay(visible); day++) {
      int count = conversations.count(day);
      for (int position = 0; position < count; position++) {
        if (conversations.start(day, position) <= visible) {
          consumer.accept(conversations.tell(day, position, visible).truth(visible));
        }
      }
    }
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

  public Directory directory() {
    return directory;
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

  public void use(FaultPlan plan) {
    handler.use(plan);
  }

  public void permit(Endpoint endpoint, boolean permitted) {
    handler.permit(endpoint, permitted);
  }

  public void revokeTokens() {
    tokens.revokeAll();
  }

  public long tokensIssued() {
    return tokens.issued();
  }

  /** How long after its end a fault may change a conversation; 20 minutes unless told. */
  public void changesReach(Duration newReach) {
    reach = newReach;
    lateChanges = new LateChanges(conversations, directory.wrapupCodes(), reach);
    handler.serve(generatedDetails());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
