package com.spokefleet.testing.stream.firehose;

/** What a delivery stream may say to a record that is put on it. */
public enum StreamFault {
  NONE,
  /** Over its quota, or unavailable: try again. */
  THROTTLED,
  /** The role of whoever puts may not. */
  DENIED
}
