package com.spokefleet.config;

/** What may leave an org. */
public enum Residency {
  /** Details, aggregates and configuration, redacted by the allow list. */
  FULL,
  /** Aggregates and the configuration needed to name them; never a record of a person. */
  METRICS_ONLY
}
