package com.spokefleet.testing.org;

/**
 * The organisation's own switches of the service level calculation: what its denominator holds
 * beside the answered. Excluding abandons excludes the short ones with them.
 */
public record ServiceLevelSwitches(
    boolean includeFlowOuts, boolean includeShortAbandons, boolean includeAbandons) {
  /** Answered and all abandoned. */
  public static final ServiceLevelSwitches USUAL = new ServiceLevelSwitches(false, true, true);

  public long denominator(long answered, long abandoned, long shortAbandoned, long flowedOut) {
    long abandons = includeAbandons ? abandoned - (includeShortAbandons ? 0 : shortAbandoned) : 0;
    return answered + abandons + (includeFlowOuts ? flowedOut : 0);
  }
}
