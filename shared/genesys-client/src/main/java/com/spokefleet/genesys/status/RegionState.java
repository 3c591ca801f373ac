package com.spokefleet.genesys.status;

import java.util.Locale;

/** How a region of Genesys Cloud is doing, by Genesys' own word. */
public enum RegionState {
  OPERATIONAL,
  /** Something of the region is in an announced maintenance that is not long overdue. */
  MAINTENANCE,
  /** Something of the region is disturbed, and no maintenance explains it. */
  INCIDENT,
  /** The page does not know the region, or could not be read; never a word for "all is well". */
  UNKNOWN;

  /** As reports and logs show it: {@code maintenance}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
