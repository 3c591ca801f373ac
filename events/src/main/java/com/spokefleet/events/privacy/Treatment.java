package com.spokefleet.events.privacy;

/** What becomes of a field's value. */
public enum Treatment {
  KEEP,
  /** A keyed hash in its place: the same value gives the same hash, and nobody can turn it back. */
  HASH,
  /** Left out; the event lists the field's name under {@code redacted}. */
  REMOVE
}
