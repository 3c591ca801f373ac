package com.spokefleet.events.rule;

/** One rule on an org's bus: what it matches, and what is behind it. */
public record RoutingRule(Target target, EventPattern pattern) {

  /** Where a rule leads. */
  public enum Target {
    /** The delivery streams of the SIEMs. */
    SIEM("siem"),
    /** A bucket of the org's own, where what people said is kept. */
    TRANSCRIPTS("transcripts"),
    /** The queue of the closure trigger, which reads conversations as they end. */
    CLOSURE("closure");

    private final String label;

    Target(String label) {
      this.label = label;
    }

    /** As names of rules end. */
    public String label() {
      return label;
    }
  }
}
