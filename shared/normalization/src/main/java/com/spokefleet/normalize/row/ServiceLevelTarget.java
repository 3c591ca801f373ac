package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/**
 * A queue's own target for one media type: this percentage answered within this many milliseconds.
 */
public record ServiceLevelTarget(@Nullable Double percent, @Nullable Long thresholdMs) {
  /** The org has set no target. */
  public static final ServiceLevelTarget NONE = new ServiceLevelTarget(null, null);

  /** From Genesys' mediaSettings.&lt;media&gt;.serviceLevel, where percentage is a share of 1. */
  public static ServiceLevelTarget ofShare(@Nullable Double share, @Nullable Long thresholdMs) {
    return new ServiceLevelTarget(
        share == null ? null : Math.round(share * 1_000_000) / 10_000.0, thresholdMs);
  }
}
