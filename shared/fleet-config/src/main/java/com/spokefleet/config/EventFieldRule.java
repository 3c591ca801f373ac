package com.spokefleet.config;

/** What becomes of a field of events on its way to a SIEM, as {@code privacy.events} says. */
public enum EventFieldRule {
  KEEP,
  /** A keyed hash in its place. */
  HASH,
  REMOVE
}
