package com.spokefleet.testing.stream.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The events a SIEM has indexed, copies and all. Thread-safe. */
public final class EventStore {
  private final InstantSource clock;
  private final List<StoredEvent> events = new ArrayList<>();
  private final Map<String, Integer> copies = new HashMap<>();

  public EventStore(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void add(List<StoredEvent> more) {
    events.addAll(more);
    for (StoredEvent event : more) {
      if (event.eventId() != null) {
        copies.merge(event.eventId(), 1, Integer::sum);
      }
    }
  }

  /** What a search finds by now: every copy, in the order of arrival. */
  public synchronized List<StoredEvent> search(Predicate<StoredEvent> query) {
    return events.stream()
        .filter(event -> !event.searchableAt().isAfter(clock.instant()))
        .filter(query)
        .toList();
  }

  /** As {@link #search}, with the first copy alone of each event; {@code dedup event_id}. */
  public List<StoredEvent> searchDistinct(Predicate<StoredEvent> query) {
    Map<Object, StoredEvent> distinct = new LinkedHashMap<>();
    for (StoredEvent event : search(query)) {
      distinct.putIfAbsent(event.eventId() == null ? new Object() : event.eventId(), event);
    }
    return List.copyOf(distinct.values());
  }

  /** Everything that was accepted, searchable or not yet. */
  public synchronized List<StoredEvent> all() {
    return List.copyOf(events);
  }

  public synchronized int size() {
    return events.size();
  }

  /** How often each event is there, by its id. */
  public synchronized Map<String, Integer> copies() {
    return Map.copyOf(copies);
  }

  /** How many events are there that were there before, by their ids. */
  public synchronized long duplicates() {
    return copies.values().stream().mapToLong(count -> count - 1).sum();
  }
}
