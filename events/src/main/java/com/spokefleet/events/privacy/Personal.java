package com.spokefleet.events.privacy;

/** Whose person a field tells of. */
public enum Personal {
  /** Callers and writers: nothing of them leaves unless fleet.yaml allows that very field. */
  CUSTOMER,
  /** Users of the organisation: audits are about what they did, so only metrics-only orgs mask. */
  STAFF,
  NOBODY
}
