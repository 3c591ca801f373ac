package com.spokefleet.siem.install;

import java.util.List;
import java.util.Optional;

/**
 * A SIEM that takes our objects. Nothing that somebody else made is ever changed: writing methods
 * are called with objects of ours only, after {@link #look} of the same object.
 */
public interface Installation {
  /** How it is called in messages, such as {@code Datadog ops-datadog}. */
  String name();

  /**
   * Every object of ours, and every other one that has the name of a wanted one. Asks, and changes
   * nothing.
   *
   * @throws InstallException if it cannot be told for all of them
   */
  List<InstalledObject> look(List<WantedObject> wanted);

  /** What else there is to know, once it was looked at. */
  default Optional<String> remark() {
    return Optional.empty();
  }

  /**
   * Makes it; never twice, even if the answer was lost.
   *
   * @throws RefusedException if this one is not accepted
   */
  void create(WantedObject wanted);

  /**
   * Makes it as wanted, and notes it as applied.
   *
   * @throws RefusedException if this one is not accepted
   */
  void update(InstalledObject installed, WantedObject wanted);

  /**
   * Deletes it; it may be gone already.
   *
   * @throws RefusedException if it must not be
   */
  void delete(InstalledObject installed);
}
