package com.spokefleet.cli.demo.stream;

import com.spokefleet.config.Destination;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.events.rule.OrgBus;
import com.spokefleet.events.rule.OrgRules;
import com.spokefleet.events.rule.RoutingRule;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.stream.account.StreamSimulation;
import com.spokefleet.testing.stream.bus.EventBus;
import com.spokefleet.testing.stream.firehose.Processor;
import com.spokefleet.testing.stream.local.LocalStream;
import com.spokefleet.testing.stream.local.OrgConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A Splunk and a Datadog on this machine, and what lies between them and the orgs' event buses: the
 * catalogue's rules, delivery streams, and the function that transforms for each destination.
 */
public final class DemoStream implements AutoCloseable {
  private static final String INDEX = "genesys";
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final Duration LOOK_AT_ACCOUNT = Duration.ofMinutes(10);
  private static final Duration ALL_ELSE = Duration.ofHours(1);
  private static final String AUDIT = "audit";

  /** How long after it happened an event is on the bus. */
  private static final Duration TO_THE_BUS = Duration.ofMillis(70);

  private final Instant from;
  private final LocalStream local;
  private final DemoProcessors processors;

  private record Emitted(Instant at, EventBus bus, String json) {}

  /**
   * Starts both SIEMs.
   *
   * @param folder of the backup bucket and the log
   * @param from when the first events are told
   */
  public DemoStream(Path folder, Instant from) throws IOException {
    this.from = from;
    VirtualClock clock = new VirtualClock(from);
    this.local = new LocalStream(folder.resolve("event-backup"), INDEX, clock);
    this.processors = new DemoProcessors(folder.resolve("logs/transform.log"), clock);
  }

  /** The address of Splunk's event collector. */
  public URI splunk() {
    return local.splunk().address();
  }

  /** What the orgs tell until then goes its way, second by second. */
  public StreamReport run(Fleet fleet, List<FakeOrg> orgs, Instant to) {
    List<Emitted> emitted = new ArrayList<>();
    for (FakeOrg org : orgs) {
      Spoke spoke = fleet.spoke(org.name()).orElseThrow();
      EventBus bus = local.connect(connection(fleet, spoke, org));
      for (EmittedEvent event : org.events(from)) {
        if (isTold(event, to)) {
          emitted.add(new Emitted(event.at().plus(TO_THE_BUS), bus, event.json()));
        }
      }
    }
    emitted.sort(Comparator.comparing(Emitted::at));
    StreamSimulation simulation = local.simulation();
    flow(emitted, simulation);
    boolean drained = simulation.drain(Duration.ofMinutes(15), STEP);
    return new StreamReport(
        from,
        to,
        drained,
        simulation.paths(),
        new OAuthClientQuestion(local.splunk().events()),
        DemoAlerts.of(
            DetectionCatalogue.all(),
            SiemContext.of(fleet, List.of()).lookups(),
            local.splunk().events(),
            local.datadog().events()));
  }

  /** Audits are few; of all else the last hour shows enough, and the demo stays quick. */
  private static boolean isTold(EmittedEvent event, Instant to) {
    return event.at().isBefore(to)
        && (event.topic().equals(AUDIT) || !event.at().isBefore(to.minus(ALL_ELSE)));
  }

  private void flow(List<Emitted> emitted, StreamSimulation simulation) {
    Iterator<Emitted> events = emitted.iterator();
    Emitted next = events.hasNext() ? events.next() : null;
    while (next != null) {
      Instant look = local.clock().instant().plus(LOOK_AT_ACCOUNT);
      while (local.clock().instant().isBefore(look)) {
        Instant now = local.clock().instant();
        while (next != null && !next.at().isAfter(now)) {
          next.bus().put(next.json());
          next = events.hasNext() ? events.next() : null;
        }
        simulation.work(STEP);
      }
      simulation.requireBalance();
    }
  }

  private OrgConnection connection(Fleet fleet, Spoke spoke, FakeOrg org) {
    OrgBus bus = new OrgBus(org.eventSource(), spoke.residency() == Residency.METRICS_ONLY, false);
    String pattern =
        OrgRules.of(bus).stream()
            .filter(rule -> rule.target() == RoutingRule.Target.SIEM)
            .findFirst()
            .orElseThrow()
            .pattern()
            .json();
    return new OrgConnection(
        spoke.name(),
        org.eventSource(),
        Map.of("siem", pattern),
        processor(fleet, spoke, Destination.Splunk.class),
        processor(fleet, spoke, Destination.Datadog.class));
  }

  private Processor processor(Fleet fleet, Spoke spoke, Class<? extends Destination> kind) {
    return processors.of(
        spoke, fleet.destinations().stream().filter(kind::isInstance).findFirst().orElseThrow());
  }

  @Override
  public void close() {
    local.close();
    processors.close();
  }
}
