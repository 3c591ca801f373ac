package com.spokefleet.events.rule;

import java.util.List;

/**
 * Leaves out events whose field has one of these values. Events without the field stay in, so that
 * an event shaped in a new way is not lost.
 *
 * @param path member names from the event's root to a leaf
 */
public record Exclusion(List<String> path, List<String> values) {
  /** Presence changes come as audits, too, one for each change of each agent. */
  static final Exclusion PRESENCE_AUDITS =
      new Exclusion(List.of("detail", "eventBody", "entityType"), List.of("UserPresence"));

  public Exclusion {
    path = List.copyOf(path);
    values = List.copyOf(values);
    if (path.size() < 2 || !path.getFirst().equals("detail") || values.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot leave out " + values + " by " + path + ": only by a member of detail");
    }
  }
}
