package com.spokefleet.testing.stream.splunk;

/** What an event collector may do to a request with events. */
public enum HecFault {
  NONE,
  /** The connection is closed without an answer; while it stands, everything is. */
  DOWN,
  /** 503, code 9. */
  BUSY,
  /** 500, code 8. */
  INTERNAL_ERROR,
  /** 413, as for a body over {@code max_content_length}. */
  TOO_LARGE,
  /** Indexed, but the answer is lost. */
  ANSWER_LOST,
  /** Indexed and answered with an ackId that is never acknowledged. */
  NEVER_ACKNOWLEDGED,
  /** Indexed and answered, long after anybody would wait. */
  SLOW
}
