package com.spokefleet.genesys.onboarding;

import java.util.Optional;
import java.util.Set;

/**
 * A topic this org can tell something by.
 *
 * @param id its template, with a literal {@code {id}} for each id
 * @param transports All, Websocket, EventBridge, ProcessAutomation, or newer words; empty where
 *     Genesys does not tell them
 */
public record AvailableTopic(String id, Optional<Set<String>> transports) {
  private static final Set<String> OVER_EVENTBRIDGE = Set.of("EventBridge", "All");

  public AvailableTopic {
    transports = transports.map(Set::copyOf);
  }

  /** Whether EventBridge brings it; empty where that is not known. */
  public Optional<Boolean> overEventBridge() {
    return transports.map(some -> some.stream().anyMatch(OVER_EVENTBRIDGE::contains));
  }
}
