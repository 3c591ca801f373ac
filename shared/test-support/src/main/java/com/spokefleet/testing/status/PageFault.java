package com.spokefleet.testing.status;

/** What the status page does instead of telling its summary. */
public enum PageFault {
  NONE,
  /** 500. */
  SERVER_ERROR,
  /** 200 and a page for people. */
  HTML,
  /** JSON that is no summary. */
  OTHER_JSON,
  /** A summary without its end. */
  CUT_SHORT,
  /** A summary of many megabytes. */
  HUGE,
  /** No answer until the page is closed. */
  SILENT,
  /** A redirect to somewhere else. */
  REDIRECT
}
