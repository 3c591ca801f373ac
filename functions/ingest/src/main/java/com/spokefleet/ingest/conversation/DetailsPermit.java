package com.spokefleet.ingest.conversation;

import com.spokefleet.config.Spoke;
import java.util.Optional;

/**
 * The right to fetch records of persons from an org. There is none for a metrics-only org, so
 * nothing that needs one can be constructed for it.
 */
public final class DetailsPermit {
  private final Spoke spoke;

  private DetailsPermit(Spoke spoke) {
    this.spoke = spoke;
  }

  /** Empty for a metrics-only org. */
  public static Optional<DetailsPermit> of(Spoke spoke) {
    return switch (spoke.residency()) {
      case FULL -> Optional.of(new DetailsPermit(spoke));
      case METRICS_ONLY -> Optional.empty();
    };
  }

  public Spoke spoke() {
    return spoke;
  }

  public String orgId() {
    return spoke.orgId();
  }
}
