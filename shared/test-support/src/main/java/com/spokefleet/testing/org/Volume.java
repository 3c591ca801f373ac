package com.spokefleet.testing.org;

/** How conversations spread over time. */
public enum Volume {
  /** Follows the hours and weekdays of a contact centre in the organisation's own time zone. */
  BUSINESS_HOURS,
  /** Exactly the daily number on every UTC day, all hours alike; for measurements. */
  EVEN
}
