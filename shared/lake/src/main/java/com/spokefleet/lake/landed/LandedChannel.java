package com.spokefleet.lake.landed;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where it is told that partitions changed. */
@FunctionalInterface
public interface LandedChannel {
  /**
   * Tells of these, and returns those that were not taken for certain, each with why. It fails for
   * none of them: they are to be told again.
   *
   * @param within how long one call may take
   */
  Map<LandedPartition, String> tell(List<LandedPartition> landed, Duration within);
}
