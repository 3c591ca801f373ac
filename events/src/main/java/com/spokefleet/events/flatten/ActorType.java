package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;

/** What kind of thing an audit says did it. */
public enum ActorType {
  /** A person: an id or a name is told, or would be if it might be. */
  USER("user"),
  /** An OAuth client by itself. */
  CLIENT("client"),
  /** The platform: nobody is named, and the audit's level says so. */
  SYSTEM("system"),
  /** The audit names nobody. */
  UNKNOWN("unknown");

  private final String word;

  ActorType(String word) {
    this.word = word;
  }

  /** As in the field {@code actor_type}. */
  String word() {
    return word;
  }

  static ActorType of(EventKind kind, Captured captured, JsonBytes out) {
    if (kind != EventKind.AUDIT) {
      return UNKNOWN;
    }
    if (told(captured, Role.USER_ID)
        || told(captured, Role.USER_NAME)
        || told(captured, Role.USER_DISPLAY)) {
      return USER;
    }
    if (told(captured, Role.CLIENT_ID)) {
      return CLIENT;
    }
    boolean system =
        captured.has(Role.LEVEL)
            && JsonStrings.are(
                out.array(), captured.from(Role.LEVEL), captured.to(Role.LEVEL), "SYSTEM");
    return system ? SYSTEM : UNKNOWN;
  }

  private static boolean told(Captured captured, Role role) {
    return captured.has(role) || captured.isWithheld(role);
  }
}
