package com.spokefleet.ingest.currency;

import com.spokefleet.lake.tables.RevenueWaitingTable.FeedRow;

/** One row of a feed's file. */
sealed interface FeedLine {
  record Good(FeedRow row) implements FeedLine {}

  /**
   * A row that cannot be used.
   *
   * @param raw as it stands in the file; may hold anything
   * @param reason names what is wrong with it, never its content
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bad(byte[] raw, String reason) implements FeedLine {
    @Override
    public String toString() {
      return "Bad[" + raw.length + " bytes, reason=" + reason + "]";
    }
  }
}
