package com.spokefleet.testing.stream.account;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the events of one org are on their way to one destination: every event counts once, as the
 * best of what became of it. Copies are counted apart.
 *
 * @param received by the org's bus
 * @param delivered found in the SIEM
 * @param dropped on purpose, or by a contract that says so, by reason
 * @param deadLettered kept where a replay finds them
 * @param duplicates copies in the SIEM beyond the first
 * @param unaccounted ids of events that are nowhere, without a reason
 */
public record StreamAccount(
    String org,
    String destination,
    long received,
    long delivered,
    SortedMap<String, Long> dropped,
    long deadLettered,
    long inFlight,
    long duplicates,
    Set<String> unaccounted) {

  /**
   * Looks for each event where it may be.
   *
   * @param received ids
   * @param copies in the SIEM, by id
   * @param dropped ids with the reason
   */
  static StreamAccount of(
      String org,
      String destination,
      Set<String> received,
      Map<String, Integer> copies,
      Map<String, String> dropped,
      Set<String> deadLettered,
      Set<String> inFlight) {
    long delivered = 0;
    long duplicates = 0;
    long dead = 0;
    long flying = 0;
    Map<String, Long> reasons = new HashMap<>();
    Set<String> unaccounted = new HashSet<>();
    for (String id : received) {
      if (copies.containsKey(id)) {
        delivered++;
        duplicates += copies.getOrDefault(id, 1) - 1;
      } else if (inFlight.contains(id)) {
        flying++;
      } else if (deadLettered.contains(id)) {
        dead++;
      } else if (dropped.containsKey(id)) {
        reasons.merge(dropped.getOrDefault(id, ""), 1L, Long::sum);
      } else {
        unaccounted.add(id);
      }
    }
    return new StreamAccount(
        org,
        destination,
        received.size(),
        delivered,
        new TreeMap<>(reasons),
        dead,
        flying,
        duplicates,
        unaccounted);
  }

  /** Whether received = delivered + dropped + dead-lettered + in flight. */
  public boolean isBalanced() {
    return unaccounted.isEmpty()
        && received == delivered + totalDropped() + deadLettered + inFlight;
  }

  public long totalDropped() {
    return dropped.values().stream().mapToLong(Long::longValue).sum();
  }
}
