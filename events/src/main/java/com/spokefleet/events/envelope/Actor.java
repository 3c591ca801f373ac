package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;

/** Who an audit says did it. */
final class Actor {
  private Actor() {}

  /** Whether nobody did: the platform itself, as the audit's level says. */
  static boolean isThePlatform(FlatEvent event) {
    return !event.has(Role.USER_NAME)
        && !event.has(Role.USER_DISPLAY)
        && !event.has(Role.USER_ID)
        && !event.has(Role.CLIENT_ID)
        && event.text(Role.LEVEL).equals("SYSTEM");
  }
}
