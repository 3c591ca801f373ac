package com.spokefleet.testing.ledger;

import com.spokefleet.testing.faults.Endpoint;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;

/** How much was asked for and handed out, by endpoint. Thread-safe. */
public final class ServedCounts {
  private final Map<Endpoint, LongAdder> requests = new EnumMap<>(Endpoint.class);
  private final Map<Endpoint, LongAdder> rows = new EnumMap<>(Endpoint.class);
  private final Map<Endpoint, LongAdder> bytes = new EnumMap<>(Endpoint.class);
  private final Set<String> poison = new ConcurrentSkipListSet<>();

  public ServedCounts() {
    for (Endpoint endpoint : Endpoint.values()) {
      requests.put(endpoint, new LongAdder());
      rows.put(endpoint, new LongAdder());
      bytes.put(endpoint, new LongAdder());
    }
  }

  public void request(Endpoint endpoint) {
    requests.get(endpoint).increment();
  }

  public void rows(Endpoint endpoint, int count, int size) {
    rows.get(endpoint).add(count);
    bytes.get(endpoint).add(size);
  }

  public void poison(String conversationId) {
    poison.add(conversationId);
  }

  /** Requests that arrived, failed ones included. */
  public long requests(Endpoint endpoint) {
    return requests.get(endpoint).sum();
  }

  /** Rows written into replies, those that a fault then spoiled included. */
  public long rows(Endpoint endpoint) {
    return rows.get(endpoint).sum();
  }

  /** Bytes of JSON written into replies. */
  public long bytes(Endpoint endpoint) {
    return bytes.get(endpoint).sum();
  }

  /** Ids of the poison records handed out so far. */
  public Set<String> poison() {
    return new TreeSet<>(poison);
  }
}
