package com.spokefleet.lake.proof;

import com.spokefleet.lake.table.RowException;

/** Whether a partition can still change in the ordinary course of things. */
public enum ProofStatus {
  /** Read by ticks only; late endings and corrections may be missing. */
  PROVISIONAL("provisional"),
  /** Re-read after Genesys declared the day complete. */
  SETTLED("settled");

  private final String label;

  ProofStatus(String label) {
    this.label = label;
  }

  /** The value in the lake. */
  public String label() {
    return label;
  }

  static ProofStatus ofLabel(String label) {
    for (ProofStatus status : values()) {
      if (status.label.equals(label)) {
        return status;
      }
    }
    throw new RowException("Cannot read a proof: its status is '" + label + "'");
  }
}
