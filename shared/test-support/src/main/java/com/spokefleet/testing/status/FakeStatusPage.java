package com.spokefleet.testing.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.stream.intake.FaultScript;
import com.spokefleet.testing.stream.intake.LoopbackServer;
import com.spokefleet.testing.stream.intake.Reply;
import com.spokefleet.testing.stream.intake.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A status page over real HTTP: a group per region with the same components in each, maintenance
 * and incidents as told, faults on demand. Thread-safe.
 */
public final class FakeStatusPage implements AutoCloseable {
  private static final List<String> SERVICES = List.of("Analytics", "Platform API", "Voice");
  private static final String PATH = "/api/v2/summary.json";

  private final Clock clock;
  private final List<String> regions;
  private final LoopbackServer server;
  private final ObjectMapper json = new ObjectMapper();
  private final FaultScript<PageFault> faults = new FaultScript<>(PageFault.NONE);
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, String> statuses = new LinkedHashMap<>();
  private final Map<String, ObjectNode> maintenances = new LinkedHashMap<>();
  private final Map<String, ObjectNode> incidents = new LinkedHashMap<>();

  private FakeStatusPage(Clock clock, List<String> regions) {
    this.clock = clock;
    this.regions = List.copyOf(regions);
    this.server = LoopbackServer.start("the fake status page", this::answer);
  }

  /** All is well in all regions. */
  public static FakeStatusPage start(Clock clock, String... regions) {
    return new FakeStatusPage(clock, List.of(regions));
  }

  public URI address() {
    return server.address();
  }

  public FaultScript<PageFault> faults() {
    return faults;
  }

  public int requests() {
    return requests.get();
  }

  /** The names of the components of every region. */
  public static List<String> services() {
    return SERVICES;
  }

  /** From now on the component of that region shows this status. */
  public synchronized void status(String region, String service, String status) {
    statuses.put(id(region, service), status);
  }

  /**
   * A maintenance of all of a region that is in progress, as operators announce it: its components
   * show it, too.
   */
  public synchronized void maintenance(String title, String region, Instant until) {
    ObjectNode maintenance = notice(title, "in_progress", "maintenance", region);
    maintenance.put("scheduled_for", clock.instant().toString());
    maintenance.put("scheduled_until", until.toString());
    maintenances.put(title, maintenance);
    SERVICES.forEach(service -> statuses.put(id(region, service), "under_maintenance"));
  }

  /** A maintenance that has been announced and has not begun. */
  public synchronized void announce(String title, String region, Instant from, Instant until) {
    ObjectNode maintenance = notice(title, "scheduled", "maintenance", region);
    maintenance.put("scheduled_for", from.toString());
    maintenance.put("scheduled_until", until.toString());
    maintenances.put(title, maintenance);
  }

  /** An incident that is being investigated; components are not marked by it. */
  public synchronized void incident(String title, String region) {
    incidents.put(title, notice(title, "investigating", "major", region));
  }

  /** Takes everything off the page. */
  public synchronized void allWell() {
    statuses.clear();
    maintenances.clear();
    incidents.clear();
  }

  private Reply answer(Request request) {
    requests.incrementAndGet();
    if (!request.path().equals(PATH)) {
      return Reply.json(404, "{\"error\":\"not found\"}");
    }
    String summary = summary();
    return switch (faults.take()) {
      case NONE -> Reply.json(200, summary);
      case SERVER_ERROR -> Reply.json(500, "{\"error\":\"oops\"}");
      case HTML -> html();
      case OTHER_JSON -> Reply.json(200, "{\"hello\":[\"world\"]}");
      case CUT_SHORT -> Reply.json(200, summary.substring(0, summary.length() / 2));
      case HUGE -> Reply.json(200, summary + " ".repeat(12 << 20));
      case SILENT -> silent();
      case REDIRECT -> Reply.json(302, summary);
    };
  }

  private static Reply html() {
    byte[] page = "<html><body>Everything is fine</body></html>".getBytes(StandardCharsets.UTF_8);
    return new Reply(200, "text/html", page);
  }

  private Reply silent() {
    try {
      closed.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return Reply.NONE;
  }

  private synchronized String summary() {
    ObjectNode summary = json.createObjectNode();
    summary.putObject("page").put("id", "fake").put("name", "Genesys Cloud");
    ArrayNode components = summary.putArray("components");
    for (String region : regions) {
      components.add(component(id(region, ""), region, "operational").put("group", true));
      for (String service : SERVICES) {
        String id = id(region, service);
        components.add(
            component(id, service, statuses.getOrDefault(id, "operational"))
                .put("group", false)
                .put("group_id", id(region, "")));
      }
    }
    summary.putArray("incidents").addAll(incidents.values());
    summary.putArray("scheduled_maintenances").addAll(maintenances.values());
    summary.putObject("status").put("indicator", "none").put("description", "All Systems");
    return summary.toString();
  }

  private ObjectNode component(String id, String name, String status) {
    return json.createObjectNode()
        .put("id", id)
        .put("name", name)
        .put("status", status)
        .put("updated_at", clock.instant().toString())
        .putNull("group_id");
  }

  private ObjectNode notice(String title, String status, String impact, String region) {
    ObjectNode notice =
        json.createObjectNode().put("name", title).put("status", status).put("impact", impact);
    ArrayNode components = notice.putArray("components");
    for (String service : SERVICES) {
      components.addObject().put("id", id(region, service)).put("name", service);
    }
    return notice;
  }

  private static String id(String region, String service) {
    return Integer.toHexString((region + "/" + service).hashCode());
  }

  @Override
  public void close() {
    closed.countDown();
    server.close();
  }
}
