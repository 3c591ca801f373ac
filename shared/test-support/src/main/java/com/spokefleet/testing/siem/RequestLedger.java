package com.spokefleet.testing.siem;

import java.util.ArrayList;
import java.util.List;

/** Every request that came, in order. Thread-safe. */
public final class RequestLedger {
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param path with its query
   * @param writes whether it would change something
   */
  public record Entry(String method, String path, boolean writes) {}

  public synchronized void add(String method, String path, boolean writes) {
    entries.add(new Entry(method, path, writes));
  }

  public synchronized List<Entry> all() {
    return List.copyOf(entries);
  }

  public synchronized List<Entry> writing() {
    return entries.stream().filter(Entry::writes).toList();
  }

  /** From now on only what comes. */
  public synchronized void forget() {
    entries.clear();
  }
}
