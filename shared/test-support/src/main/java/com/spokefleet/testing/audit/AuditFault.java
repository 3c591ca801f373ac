package com.spokefleet.testing.audit;

/** What can go wrong with an audit query, besides what can go wrong with every call. */
public enum AuditFault {
  /** The query ends as Failed. */
  FAILED,
  /** The query ends as Cancelled. */
  CANCELLED,
  /** The platform no longer knows the query. */
  LOST,
  /** The query stays Running for ever. */
  NEVER_ENDING,
  /** A page names its own cursor as the next. */
  REPEATED_CURSOR,
  /** A page in the middle has no rows, but a cursor. */
  EMPTY_PAGE,
  /** The file to download is refused with 403. */
  FORBIDDEN_DOWNLOAD,
  /** The file to download lies on another host and is not asked for over TLS. */
  UNSAFE_DOWNLOAD
}
