package com.spokefleet.testing.stream.datadog;

/** What an intake may do to a request. */
public enum DatadogFault {
  NONE,
  /** The connection is closed without an answer. */
  DOWN,
  /** 503. */
  UNAVAILABLE,
  /** 429. */
  TOO_MANY_REQUESTS,
  /** 413: Firehose takes it as permanent and keeps nothing. */
  TOO_LARGE,
  /** Stored, but the answer is lost. */
  ANSWER_LOST,
  /** Stored and answered, long after anybody would wait. */
  SLOW,
  /** Stored, and answered to Firehose with the id of another request. */
  OTHER_REQUEST_ID,
  /** Stored, and answered to Firehose with a body that is no JSON. */
  NOT_JSON,
  /** Stored, and answered with 202, which is no success to Firehose. */
  ACCEPTED
}
