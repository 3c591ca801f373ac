package com.spokefleet.siem.guide;

import java.util.Locale;

/** Where a customer was when he hung up. */
enum Leg {
  IVR,
  QUEUE,
  AGENT;

  /** As dashboards call it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
