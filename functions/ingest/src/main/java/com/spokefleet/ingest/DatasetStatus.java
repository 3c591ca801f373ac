package com.spokefleet.ingest;

import java.util.Locale;

/** How a dataset's run ended. */
public enum DatasetStatus {
  /** Everything that was owed is landed. */
  COMPLETED,
  /** Time or rate limit ran out; what is still owed is stored and the next run goes on. */
  INCOMPLETE,
  /** Something failed; what is still owed is stored and the watermark stays before it. */
  FAILED,
  /** Not due yet. */
  NOT_DUE;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
