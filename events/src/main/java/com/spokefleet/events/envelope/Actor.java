package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.ActorType;
import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import java.util.List;

/** Who an audit says did it. */
final class Actor {
  /** Where it stands, the most readable first. */
  static final List<Role> ROLES =
      List.of(Role.USER_NAME, Role.USER_DISPLAY, Role.USER_ID, Role.CLIENT_ID);

  private Actor() {}

  /** Whether nobody did: the platform itself, as the audit's level says. */
  static boolean isThePlatform(FlatEvent event) {
    return event.actor() == ActorType.SYSTEM;
  }
}
