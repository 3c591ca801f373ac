package com.spokefleet.testing.org;

import com.spokefleet.testing.faults.Endpoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The configuration objects as they stand now; changes replace one object. Thread-safe. */
public final class ConfigurationObjects {
  private final Map<Endpoint, List<DirectoryEntry>> entries = new EnumMap<>(Endpoint.class);

  public ConfigurationObjects(Directory directory) {
    entries.put(Endpoint.DIVISIONS, directory.divisions());
    entries.put(Endpoint.QUEUES, directory.queues());
    entries.put(Endpoint.USERS, directory.users());
    entries.put(Endpoint.WRAPUP_CODES, directory.wrapupCodes());
  }

  /** Every object the endpoint ever listed, deleted ones included. */
  public synchronized List<DirectoryEntry> all(Endpoint endpoint) {
    return entries.getOrDefault(endpoint, List.of());
  }

  public void rename(Endpoint endpoint, String id, String name) {
    change(endpoint, id, entry -> entry.renamed(name));
  }

  public void setState(Endpoint endpoint, String id, DirectoryEntry.State state) {
    change(endpoint, id, entry -> entry.in(state));
  }

  private synchronized void change(
      Endpoint endpoint, String id, UnaryOperator<DirectoryEntry> change) {
    List<DirectoryEntry> before = all(endpoint);
    if (before.stream().noneMatch(entry -> entry.id().equals(id))) {
      throw new IllegalArgumentException("Cannot find " + id + " in " + endpoint);
    }
    entries.put(
        endpoint,
        before.stream().map(entry -> entry.id().equals(id) ? change.apply(entry) : entry).toList());
  }
}
