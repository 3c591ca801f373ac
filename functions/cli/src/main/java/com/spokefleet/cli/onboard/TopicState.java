package com.spokefleet.cli.onboard;

import java.util.Optional;

/**
 * One topic that goes somewhere, or comes and goes nowhere.
 *
 * @param routes where our rules send it, such as {@code siem}; empty for nowhere
 * @param integrated whether the integration sends it; empty where that is not known
 */
record TopicState(String topic, String routes, Optional<Boolean> integrated, Offer offer) {
  /** What the org's own list of topics says about EventBridge. */
  enum Offer {
    OFFERED("yes"),
    NOT_OFFERED("no"),
    /** It is not in the list, or the list does not tell its transports. */
    NOT_LISTED("not listed"),
    UNKNOWN("unknown");

    private final String label;

    Offer(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  boolean isRouted() {
    return !routes.isEmpty();
  }
}
