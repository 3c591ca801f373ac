package com.spokefleet.genesys.status;

/**
 * How a region is doing, and why that is thought.
 *
 * @param reason one line; empty where the region is simply operational
 */
public record RegionStatus(RegionState state, String reason) {
  private static final int LONGEST_REASON = 400;

  public RegionStatus {
    // Titles on the page are somebody else's text, of any length.
    if (reason.length() > LONGEST_REASON) {
      reason = reason.substring(0, LONGEST_REASON) + "…";
    }
  }

  static RegionStatus unknown(String reason) {
    return new RegionStatus(RegionState.UNKNOWN, reason);
  }
}
