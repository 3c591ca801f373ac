package com.spokefleet.genesys.user;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.user.UserStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decodes single statuses; the user is filled in once it is known. A value Genesys has added since
 * is kept and counted.
 */
final class StatusDecoder {
  /** Stands for the user until the whole element has been read. */
  static final String NO_USER_YET = "";

  private static final Set<String> SYSTEM_PRESENCES =
      Set.of(
          "AVAILABLE",
          "AWAY",
          "BUSY",
          "OFFLINE",
          "IDLE",
          "ON_QUEUE",
          "MEAL",
          "TRAINING",
          "MEETING",
          "BREAK");
  private static final Set<String> ROUTING_STATUSES =
      Set.of("OFF_QUEUE", "IDLE", "INTERACTING", "NOT_RESPONDING", "COMMUNICATING");
  private static final int MOST_VALUES = 100;

  private final TreeMap<String, Long> unknownValues = new TreeMap<>();

  TreeMap<String, Long> unknownValues() {
    return unknownValues;
  }

  UserStatus presence(FieldReader reader) throws IOException, PoisonException {
    Instant start = null;
    Instant end = null;
    String systemPresence = null;
    String organizationPresenceId = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "startTime" -> start = reader.instant();
        case "endTime" -> end = reader.instant();
        case "systemPresence" -> systemPresence = reader.word();
        case "organizationPresenceId" -> organizationPresenceId = reader.repeatedIdentifier();
        default -> reader.skipUnknown("primaryPresence", field);
      }
    }
    count("systemPresence", systemPresence, SYSTEM_PRESENCES);
    return new UserStatus.Presence(
        NO_USER_YET, requireOrder(reader, start, end), end, systemPresence, organizationPresenceId);
  }

  UserStatus routing(FieldReader reader) throws IOException, PoisonException {
    Instant start = null;
    Instant end = null;
    String status = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "startTime" -> start = reader.instant();
        case "endTime" -> end = reader.instant();
        case "routingStatus" -> status = reader.word();
        default -> reader.skipUnknown("routingStatus", field);
      }
    }
    count("routingStatus", status, ROUTING_STATUSES);
    return new UserStatus.Routing(NO_USER_YET, requireOrder(reader, start, end), end, status);
  }

  static UserStatus of(UserStatus status, String userId) {
    return switch (status) {
      case UserStatus.Presence presence ->
          new UserStatus.Presence(
              userId,
              presence.start(),
              presence.end(),
              presence.systemPresence(),
              presence.organizationPresenceId());
      case UserStatus.Routing routing ->
          new UserStatus.Routing(userId, routing.start(), routing.end(), routing.status());
    };
  }

  private static Instant requireOrder(
      FieldReader reader, @Nullable Instant start, @Nullable Instant end) throws PoisonException {
    Instant known = reader.required(start, "startTime");
    // An end before the start is as if there were none that can be used.
    reader.required(end != null && end.isBefore(known) ? null : known, "endTime after startTime");
    return known;
  }

  private void count(String field, @Nullable String value, Set<String> known) {
    if (value != null && !known.contains(value)) {
      String path = field + "=" + (value.length() <= 40 ? value : value.substring(0, 40));
      boolean room = unknownValues.size() < MOST_VALUES || unknownValues.containsKey(path);
      unknownValues.merge(room ? path : field + "=(others)", 1L, Long::sum);
    }
  }
}
