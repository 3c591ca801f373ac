package com.spokefleet.testing.stream.account;

import com.spokefleet.testing.stream.bus.BusEvent;
import com.spokefleet.testing.stream.bus.BusTarget;
import com.spokefleet.testing.stream.bus.DeadLetterQueue;
import com.spokefleet.testing.stream.bus.EventBus;
import com.spokefleet.testing.stream.bus.RetryPolicy;
import com.spokefleet.testing.stream.firehose.DeliveryStream;
import com.spokefleet.testing.stream.firehose.EventIds;
import com.spokefleet.testing.stream.intake.EventStore;
import com.spokefleet.testing.stream.intake.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way of one org's events to one destination: bus, rules' target, delivery stream, SIEM.
 *
 * @param store of the SIEM; other orgs' events may be in it, too
 */
public record StreamPath(
    String org,
    String destination,
    EventBus bus,
    DeliveryStream stream,
    DeadLetterQueue deadLetters,
    EventStore store) {
  /** Why events are not delivered that no rule of this destination wants. */
  public static final String NO_RULE = "matched by no rule";

  /** Why events are gone that a bus could not deliver and had no queue for. */
  public static final String NO_QUEUE = "retries exhausted, without a dead-letter queue";

  /** The target that the rules of this destination need. */
  public BusTarget target() {
    return new BusTarget(
        stream.settings().arn(), stream, RetryPolicy.USUAL, Optional.of(deadLetters));
  }

  void work() {
    stream.work();
  }

  public StreamAccount account() {
    Set<String> received = bus.received();
    return StreamAccount.of(
        org, destination, received, store.copies(), dropped(received), dead(), inFlight());
  }

  private Map<String, String> dropped(Set<String> received) {
    String arn = stream.settings().arn();
    Map<String, String> dropped = new HashMap<>();
    Set<String> matched = bus.matched(arn);
    received.stream().filter(id -> !matched.contains(id)).forEach(id -> dropped.put(id, NO_RULE));
    bus.exhausted(arn).forEach(id -> dropped.put(id, NO_QUEUE));
    dropped.putAll(stream.dropped());
    return dropped;
  }

  private Set<String> dead() {
    Set<String> dead = new HashSet<>(stream.bucket().eventIds(stream.settings().prefix()));
    deadLetters.messages().stream()
        .map(message -> EventIds.of(message.body().getBytes(StandardCharsets.UTF_8)))
        .forEach(id -> id.ifPresent(dead::add));
    return dead;
  }

  private Set<String> inFlight() {
    Set<String> inFlight = new HashSet<>(stream.inFlight());
    inFlight.addAll(bus.pending(stream.settings().arn()));
    return inFlight;
  }

  /** How long each delivered event took from the bus until a search finds it, in order. */
  public List<Duration> latencies() {
    Map<String, Instant> arrivals = new HashMap<>();
    for (BusEvent event : bus.archive()) {
      arrivals.putIfAbsent(event.id(), event.at());
    }
    List<Duration> latencies = new ArrayList<>();
    for (StoredEvent event : store.all()) {
      // The first copy counts.
      Instant arrival = event.eventId() == null ? null : arrivals.remove(event.eventId());
      if (arrival != null) {
        latencies.add(Duration.between(arrival, event.searchableAt()));
      }
    }
    latencies.sort(Duration::compareTo);
    return latencies;
  }
}
