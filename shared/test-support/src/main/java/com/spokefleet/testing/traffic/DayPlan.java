package com.spokefleet.testing.traffic;

/**
 * The conversations of one UTC start day as far as a query needs to know them before it reads them:
 * ids follow from the position, ends and directions are kept, everything else is invented again.
 * About 17 bytes per conversation.
 */
record DayPlan(long epochDay, long[] starts, long[] ends, boolean[] outbound) {
  int size() {
    return starts.length;
  }
}
