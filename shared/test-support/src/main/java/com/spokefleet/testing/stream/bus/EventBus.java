package com.spokefleet.testing.stream.bus;

import com.spokefleet.testing.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.event.ruler.Machine;

/**
 * One event bus: events are matched by EventBridge's own matcher, go to the targets of every rule
 * that matches, and are archived. Delivers when told to {@link #work}. Not thread-safe.
 */
public final class EventBus {
  private static final int MOST_TARGETS = 5;
  private static final int LARGEST_EVENT = 1024 * 1024;

  private final String name;
  private final VirtualClock clock;
  private final Machine matcher = new Machine();
  private final Map<String, List<BusTarget>> rules = new LinkedHashMap<>();
  private final List<BusEvent> archive = new ArrayList<>();
  private final List<BusDelivery> pending = new ArrayList<>();
  private final Set<String> received = new LinkedHashSet<>();
  private final Map<String, Set<String>> matched = new TreeMap<>();
  private final Map<String, Set<String>> exhausted = new TreeMap<>();
  private final Map<String, Long> unmatched = new TreeMap<>();
  private long messages;

  /**
   * @param name of a partner's bus: that of the event source
   */
  public EventBus(String name, VirtualClock clock) {
    this.name = name;
    this.clock = clock;
  }

  /**
   * Adds a rule.
   *
   * @param pattern as EventBridge takes it
   */
  public void rule(String ruleName, String pattern, BusTarget... targets) {
    if (targets.length > MOST_TARGETS) {
      throw new IllegalArgumentException("Cannot give rule %s over 5 targets".formatted(ruleName));
    }
    try {
      matcher.addRule(ruleName, pattern);
    } catch (IOException wrong) {
      throw new UncheckedIOException("Cannot use the pattern of rule " + ruleName, wrong);
    }
    rules.put(ruleName, List.of(targets));
  }

  /** Takes an event of less than 1 MiB; it is delivered by the next {@link #work}. */
  public void put(String event) {
    if (event.getBytes(StandardCharsets.UTF_8).length >= LARGEST_EVENT) {
      throw new IllegalArgumentException("Cannot take an event of 1 MiB or more");
    }
    BusEvent taken = BusEvent.of(event, clock.instant());
    received.add(taken.id());
    archive.add(taken);
    route(taken);
  }

  /** Puts what the archive got in a range of time on the bus once more, unarchived. */
  public void replay(String replay, Instant from, Instant to) {
    Instant now = clock.instant();
    archive.stream()
        .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
        .map(event -> event.replayed(replay, now))
        .toList()
        .forEach(this::route);
  }

  private void route(BusEvent event) {
    List<String> names;
    try {
      names = matcher.rulesForJSONEvent(event.json());
    } catch (Exception failure) {
      throw new IllegalStateException("Cannot match event " + event.id(), failure);
    }
    if (names.isEmpty()) {
      unmatched.merge(event.detailType(), 1L, Long::sum);
    }
    for (String ruleName : names) {
      for (BusTarget target : rules.getOrDefault(ruleName, List.of())) {
        matched.computeIfAbsent(target.arn(), unused -> new HashSet<>()).add(event.id());
        pending.add(new BusDelivery(event, ruleArn(ruleName), target));
      }
    }
  }

  private String ruleArn(String ruleName) {
    return "arn:aws:events:us-east-1:111122223333:rule/" + name + "/" + ruleName;
  }

  /** Delivers what is due. */
  public void work() {
    Instant now = clock.instant();
    for (Iterator<BusDelivery> deliveries = pending.iterator(); deliveries.hasNext(); ) {
      BusDelivery delivery = deliveries.next();
      delivery
          .work(now, messageId())
          .ifPresent(
              end -> {
                deliveries.remove();
                end(delivery, end);
              });
    }
  }

  private void end(BusDelivery delivery, BusDelivery.End end) {
    switch (end) {
      case BusDelivery.End.Delivered delivered -> {
        // The target has it now.
      }
      case BusDelivery.End.Undeliverable undeliverable ->
          delivery
              .target()
              .deadLetters()
              .ifPresentOrElse(
                  queue -> queue.send(undeliverable.message()),
                  () ->
                      exhausted
                          .computeIfAbsent(delivery.target().arn(), unused -> new HashSet<>())
                          .add(delivery.event().id()));
    }
  }

  private String messageId() {
    messages++;
    return UUID.nameUUIDFromBytes((name + messages).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Ids of all events that were put, replayed ones aside. */
  public Set<String> received() {
    return Set.copyOf(received);
  }

  /** Ids of the events that matched a rule with this target. */
  public Set<String> matched(String targetArn) {
    return Set.copyOf(matched.getOrDefault(targetArn, Set.of()));
  }

  /** Ids of the events that are still to be delivered to the target. */
  public Set<String> pending(String targetArn) {
    Set<String> ids = new HashSet<>();
    for (BusDelivery delivery : pending) {
      if (delivery.target().arn().equals(targetArn)) {
        ids.add(delivery.event().id());
      }
    }
    return ids;
  }

  /** Ids of the events that are gone, for want of a dead-letter queue. */
  public Set<String> exhausted(String targetArn) {
    return Set.copyOf(exhausted.getOrDefault(targetArn, Set.of()));
  }

  /** How many events matched no rule, by detail-type. */
  public Map<String, Long> unmatched() {
    return Map.copyOf(unmatched);
  }

  public List<BusEvent> archive() {
    return List.copyOf(archive);
  }
}
