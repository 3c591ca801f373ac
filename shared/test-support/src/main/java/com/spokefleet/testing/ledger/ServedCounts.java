package com.spokefleet.testing.ledger;

import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.Tally;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** How much was asked for and handed out, by endpoint. Thread-safe. */
public final class ServedCounts {
  private final Tally<Endpoint> requests = new Tally<>(Endpoint.class);
  private final Tally<Endpoint> rows = new Tally<>(Endpoint.class);
  private final Tally<Endpoint> bytes = new Tally<>(Endpoint.class);
  private final Set<String> poison = new ConcurrentSkipListSet<>();

  public void request(Endpoint endpoint) {
    requests.add(endpoint, 1);
  }

  public void rows(Endpoint endpoint, int count, int size) {
    rows.add(endpoint, count);
    bytes.add(endpoint, size);
  }

  public void poison(String conversationId) {
    poison.add(conversationId);
  }

  /** Requests that arrived, failed ones included. */
  public long requests(Endpoint endpoint) {
    return requests.of(endpoint);
  }

  /** Rows written into replies, those that a fault then spoiled included. */
  public long rows(Endpoint endpoint) {
    return rows.of(endpoint);
  }

  /** Bytes of JSON written into replies. */
  public long bytes(Endpoint endpoint) {
    return bytes.of(endpoint);
  }

  /** Ids of the poison records handed out so far. */
  public Set<String> poison() {
    return new TreeSet<>(poison);
  }
}
