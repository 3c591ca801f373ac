package com.spokefleet.testing.stream.splunk;

import java.util.List;

/**
 * A token of the event collector.
 *
 * @param acknowledges whether indexer acknowledgement is on, as Firehose needs it
 * @param indexes the only ones that events may name; the first is where all others go
 */
public record HecToken(String value, boolean enabled, boolean acknowledges, List<String> indexes) {
  public HecToken {
    indexes = List.copyOf(indexes);
  }

  /** Enabled, with acknowledgement. */
  public static HecToken of(String value, String... indexes) {
    return new HecToken(value, true, true, List.of(indexes));
  }

  public HecToken disabled() {
    return new HecToken(value, false, acknowledges, indexes);
  }

  public HecToken withoutAcknowledgement() {
    return new HecToken(value, enabled, false, indexes);
  }
}
