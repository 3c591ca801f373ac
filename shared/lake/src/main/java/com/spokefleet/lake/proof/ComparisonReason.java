package com.spokefleet.lake.proof;

import com.spokefleet.lake.table.RowException;

/** Why a comparison came out as it did, where that is known. */
public enum ComparisonReason {
  /** Nothing explains it, or nothing needs to. */
  NONE(""),
  /** The day had not ended when it was last read. */
  DAY_NOT_OVER("day_not_over"),
  /** Conversations of the day are still open: they count elsewhere before their rows land. */
  OPEN_CONVERSATIONS("open_conversations"),
  /** Records in quarantine count elsewhere and have no rows. */
  QUARANTINED_RECORDS("quarantined_records"),
  /** The other source has not been read for the day. */
  NOT_COUNTED("not_counted"),
  /** The other source counted before the rows that make the difference came. */
  COUNTED_EARLIER("counted_earlier"),
  /** Conversations that began before the first day the lake was asked to hold. */
  BEFORE_HISTORY("before_history"),
  /** The lake holds what a filter admits, the other source everything. */
  FILTERED("filtered");

  private final String label;

  ComparisonReason(String label) {
    this.label = label;
  }

  /** The value in the lake. */
  public String label() {
    return label;
  }

  static ComparisonReason ofLabel(String label) {
    for (ComparisonReason reason : values()) {
      if (reason.label.equals(label)) {
        return reason;
      }
    }
    throw new RowException("Cannot read a proof: its comparison's reason is '" + label + "'");
  }
}
