package com.spokefleet.replay.backup;

/**
 * The objects under one prefix, and what is in them.
 *
 * @param prefix as configured on the stream; ends with a slash, or is empty
 */
public record BackupArea(String prefix, Kind kind) {
  /** What Firehose writes under a prefix. */
  public enum Kind {
    /** JSON lines with records as they were before a transformation that failed. */
    PROCESSING_FAILED,
    /** JSON lines with records as they were before a delivery that failed: transformed. */
    DELIVERY_FAILED,
    /** All records as they came, one after the other with nothing between. */
    SOURCE
  }
}
