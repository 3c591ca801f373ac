package com.spokefleet.testing.siem;

/** What the API of a SIEM may do to a request. */
public enum ApiFault {
  NONE,
  /** The connection is closed without an answer, and nothing is done. */
  DOWN,
  /** 500, and nothing is done. */
  FAILED,
  /** 429 with the seconds to wait, and nothing is done. */
  TOO_MANY_REQUESTS,
  /** Carried out, but the answer is lost. */
  ANSWER_LOST,
  /** 400, and nothing is done. */
  REFUSED
}
