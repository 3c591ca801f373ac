package com.spokefleet.events.topic;

/** Where a topic goes unless somebody says otherwise. */
public enum Route {
  /** To every SIEM of the fleet. */
  SIEM,
  /** To a bucket in the org's own region and nowhere else. */
  S3_ONLY,
  /** Nowhere: no rule matches it. */
  NONE
}
