package com.spokefleet.siem.detection;

/** How sure it is that Genesys Cloud writes the events that a detection looks for. */
public enum Basis {
  /** A published event or an official source shows them. */
  CONFIRMED,
  /** Concluded from enums, models or documentation; alerts say so. */
  INFERRED
}
