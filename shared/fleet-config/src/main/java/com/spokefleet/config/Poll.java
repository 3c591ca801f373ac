package com.spokefleet.config;

/** What is asked of an org's API in turn although events bring it, too; nothing unless listed. */
public enum Poll {
  /** Audits: the fallback of the event stream, and what to reconcile it with. */
  AUDITS("audits"),
  /** Metrics of Edges, where their topic is not to be had. */
  EDGE_METRICS("edge-metrics");

  private final String yamlName;

  Poll(String yamlName) {
    this.yamlName = yamlName;
  }

  public String yamlName() {
    return yamlName;
  }
}
