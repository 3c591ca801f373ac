package com.spokefleet.testing.stream.account;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.bus.EventBus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets time pass over buses and delivery streams, and holds the account after every step. */
public final class StreamSimulation {
  private final VirtualClock clock;
  private final List<StreamPath> paths;
  private final Set<EventBus> buses = new LinkedHashSet<>();

  public StreamSimulation(VirtualClock clock, List<StreamPath> paths) {
    this.clock = clock;
    this.paths = List.copyOf(paths);
    paths.forEach(path -> buses.add(path.bus()));
  }

  /**
   * One step of the clock, and a look at the account.
   *
   * @throws IllegalStateException if an event is nowhere, or somewhere and never was received
   */
  public void step(Duration length) {
    work(length);
    requireBalance();
  }

  /** One step of the clock. */
  public void work(Duration length) {
    clock.advance(length);
    buses.forEach(EventBus::work);
    paths.forEach(StreamPath::work);
  }

  /** Many steps, with a look at the account after the last. */
  public void pass(Duration time, Duration step) {
    for (Duration left = time; left.isPositive(); left = left.minus(step)) {
      work(step);
    }
    requireBalance();
  }

  /** Steps until nothing is in flight, or the time is up; whether nothing is. */
  public boolean drain(Duration time, Duration step) {
    Duration left = time;
    while (left.isPositive() && accounts().stream().anyMatch(account -> account.inFlight() > 0)) {
      step(step);
      left = left.minus(step);
    }
    return accounts().stream().allMatch(account -> account.inFlight() == 0);
  }

  public List<StreamAccount> accounts() {
    return paths.stream().map(StreamPath::account).toList();
  }

  public List<StreamPath> paths() {
    return paths;
  }

  /**
   * Looks at the account.
   *
   * @throws IllegalStateException if an event is nowhere, or somewhere and never was received
   */
  public void requireBalance() {
    for (StreamAccount account : accounts()) {
      if (!account.isBalanced()) {
        throw new IllegalStateException("Cannot tell where events are: " + account);
      }
    }
    Map<Object, Set<String>> invented = new HashMap<>();
    for (StreamPath path : paths) {
      invented
          .computeIfAbsent(path.store(), store -> new HashSet<>(path.store().copies().keySet()))
          .removeAll(path.bus().received());
    }
    List<Set<String>> strangers = new ArrayList<>(invented.values());
    strangers.removeIf(Set::isEmpty);
    if (!strangers.isEmpty()) {
      throw new IllegalStateException("Cannot tell where these events come from: " + strangers);
    }
  }
}
