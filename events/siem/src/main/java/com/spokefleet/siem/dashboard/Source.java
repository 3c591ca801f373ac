package com.spokefleet.siem.dashboard;

/** What a series looks at. */
public enum Source {
  /** Everything that came from Genesys Cloud. */
  EVENTS,
  /** Who changed what. */
  AUDITS,
  /**
   * Customers who hung up, by {@link HangUps}: one event for each conversation, at the moment of
   * the first sign of it, with a field {@code leg}.
   */
  HANG_UPS,
  /** Ends of legs and wrap-ups of conversations. */
  CONVERSATIONS,
  /** What Edges measure of themselves. */
  EDGES,
  /** Operational events of the platform. */
  OPERATIONS,
  /** What the detections have raised; fields {@code detection}, {@code severity}, {@code basis}. */
  ALERTS,
  /** A backend's HTTP errors of the 500s, from the company's own logs; no field of ours. */
  BACKEND_ERRORS,
  /** Figures of the event stream itself: {@code org_name} and {@code destination}. */
  STREAM
}
