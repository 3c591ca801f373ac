package com.spokefleet.normalize.user;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** One status of a user: what it was from when to when. An open status has no end. */
public sealed interface UserStatus {
  String userId();

  Instant start();

  @Nullable Instant end();

  /** The UTC day it is kept under: that of its start, however long it lasts. */
  default LocalDate day() {
    return LocalDate.ofInstant(start(), ZoneOffset.UTC);
  }

  /**
   * What the user told, or the platform told for the user.
   *
   * @param systemPresence as Genesys spells it, such as {@code ON_QUEUE}
   * @param organizationPresenceId the org's own kind of it
   */
  record Presence(
      String userId,
      Instant start,
      @Nullable Instant end,
      @Nullable String systemPresence,
      @Nullable String organizationPresenceId)
      implements UserStatus {}

  /**
   * What the platform's routing of work sees the user do.
   *
   * @param status as Genesys spells it, such as {@code INTERACTING}
   */
  record Routing(String userId, Instant start, @Nullable Instant end, @Nullable String status)
      implements UserStatus {}
}
