package com.spokefleet.testing.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an administrator did for the client, to be changed at will. At first the client's one role
 * is granted everywhere, and there is neither an integration with EventBridge nor a topic.
 * Thread-safe.
 */
public final class FakeSetup {
  /** The division that stands for all. */
  public static final String EVERYWHERE = "*";

  private final Map<String, Optional<List<String>>> topics = new LinkedHashMap<>();
  private List<String> divisions = List.of(EVERYWHERE);
  private boolean policiesTold = true;
  private List<FakeIntegration> integrations = List.of();

  /** From now on the client has its role in these divisions and no other. */
  public synchronized void grantIn(List<String> divisionIds) {
    divisions = List.copyOf(divisionIds);
  }

  /** From now on grants name their role and not what it allows. */
  public synchronized void keepPolicies() {
    policiesTold = false;
  }

  /** From now on these are the integrations with EventBridge. */
  public synchronized void integrate(FakeIntegration... some) {
    integrations = List.of(some);
  }

  /** From now on the topic is in the list, with these transports. */
  public synchronized void offer(String topic, String... transports) {
    topics.put(topic, Optional.of(List.of(transports)));
  }

  /** From now on the topic is in the list, and nothing tells what carries it. */
  public synchronized void offerWithoutTransports(String topic) {
    topics.put(topic, Optional.empty());
  }

  /** From now on the topic is not in the list. */
  public synchronized void withdraw(String topic) {
    topics.remove(topic);
  }

  public synchronized List<String> divisions() {
    return divisions;
  }

  public synchronized boolean policiesTold() {
    return policiesTold;
  }

  public synchronized List<FakeIntegration> integrations() {
    return integrations;
  }

  /** Each topic with its transports, empty where they are not told. */
  public synchronized List<Map.Entry<String, Optional<List<String>>>> topics() {
    return new ArrayList<>(new LinkedHashMap<>(topics).entrySet());
  }
}
