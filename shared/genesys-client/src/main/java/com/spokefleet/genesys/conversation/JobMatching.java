package com.spokefleet.genesys.conversation;

/** Which conversations the interval of a job admits. */
public enum JobMatching {
  /** All whose life overlaps the interval, whenever they began. */
  OVERLAP,
  /** Those that started on a UTC day the interval touches, as with the synchronous query. */
  START_DAY
}
