package com.spokefleet.siem.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of one group, in order of their time, whatever the order they arrive in. */
final class SlidingWindow {
  private record Entry(Instant time, String identity, String value, Instant arrivedAt) {}

  private final Duration length;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> identities = new HashSet<>();
  private Instant lastArrival = Instant.MIN;

  SlidingWindow(Duration length) {
    this.length = length;
  }

  /** Adds an event; false if it is there already. */
  boolean add(Instant time, String identity, String value, Instant arrivedAt) {
    if (!identity.isEmpty() && !identities.add(identity)) {
      return false;
    }
    lastArrival = arrivedAt;
    entries.add(firstAfter(time), new Entry(time, identity, value, arrivedAt));
    return true;
  }

  boolean isOlderThan(Instant arrival) {
    return lastArrival.isBefore(arrival);
  }

  /** Drops what arrived before, once that is most of it: each drop moves the rest. */
  void forget(Instant arrivedBefore) {
    int old = 0;
    while (old < entries.size() && entries.get(old).arrivedAt().isBefore(arrivedBefore)) {
      old++;
    }
    if (old > entries.size() / 2) {
      List<Entry> gone = entries.subList(0, old);
      gone.forEach(entry -> identities.remove(entry.identity()));
      gone.clear();
    }
  }

  /** The most events of any span of this length that holds the moment. */
  int mostAround(Instant time) {
    if (isLast(time)) {
      return entries.size() - firstAfter(time.minus(length));
    }
    int most = 0;
    int from = firstAfter(time.minus(length));
    int to = firstAfter(time);
    for (int at = from; at < to; at++) {
      most = Math.max(most, endOfSpan(at) - at);
    }
    return most;
  }

  /**
   * The most different values of any span of this length that holds the moment; fewer than {@code
   * least} are not worked out.
   */
  int mostValuesAround(Instant time, int least) {
    int most = 0;
    int from = firstAfter(time.minus(length));
    int to = isLast(time) ? from + 1 : firstAfter(time);
    for (int at = from; at < to; at++) {
      int end = endOfSpan(at);
      if (end - at >= least) {
        Map<String, Integer> values = new HashMap<>();
        entries.subList(at, end).forEach(entry -> values.merge(entry.value(), 1, Integer::sum));
        most = Math.max(most, values.size());
      }
    }
    return most;
  }

  private boolean isLast(Instant time) {
    return !entries.getLast().time().isAfter(time);
  }

  /** Behind the last entry of the span that begins with this one. */
  private int endOfSpan(int first) {
    Instant end = entries.get(first).time().plus(length);
    return firstAfter(end.minusNanos(1));
  }

  /** Where the first entry lies that is later. */
  private int firstAfter(Instant time) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).time().isAfter(time)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
