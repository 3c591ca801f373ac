package com.spokefleet.testing.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.ledger.TrueStatus;
import com.spokefleet.testing.traffic.GeneratedStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes statuses as the platform does: by user, presences and routing statuses apart. */
public final class UserDetailsJson {
  private final JsonGenerator json;
  private final long asOf;

  public UserDetailsJson(JsonGenerator json, long asOf) {
    this.json = json;
    this.asOf = asOf;
  }

  /** The list {@code userDetails}; left out where it would be empty. */
  public void write(List<GeneratedStatus> statuses) throws IOException {
    if (statuses.isEmpty()) {
      return;
    }
    Map<String, List<GeneratedStatus>> byUser = new LinkedHashMap<>();
    statuses.forEach(
        status -> byUser.computeIfAbsent(status.userId(), _ -> new ArrayList<>()).add(status));
    json.writeArrayFieldStart("userDetails");
    for (Map.Entry<String, List<GeneratedStatus>> user : byUser.entrySet()) {
      json.writeStartObject();
      json.writeStringField("userId", user.getKey());
      write("primaryPresence", TrueStatus.Kind.PRESENCE, user.getValue());
      write("routingStatus", TrueStatus.Kind.ROUTING, user.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(String field, TrueStatus.Kind kind, List<GeneratedStatus> ofUser)
      throws IOException {
    List<GeneratedStatus> ofKind = ofUser.stream().filter(status -> status.kind() == kind).toList();
    if (ofKind.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(field);
    for (GeneratedStatus status : ofKind) {
      json.writeStartObject();
      start(status);
      if (status.endedBy(asOf)) {
        json.writeStringField("endTime", Timestamps.text(status.end()));
      }
      switch (kind) {
        case PRESENCE -> {
          json.writeStringField("systemPresence", status.value());
          json.writeStringField("organizationPresenceId", status.organizationPresenceId());
        }
        case ROUTING -> json.writeStringField("routingStatus", status.value());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void start(GeneratedStatus status) throws IOException {
    String start = Timestamps.text(status.start());
    switch (status.oddity()) {
      case NONE, UNKNOWN_VALUES -> json.writeStringField("startTime", start);
      case UNKNOWN_FIELDS -> {
        json.writeStringField("startTime", start);
        UnknownFields.write(json);
      }
      case POISON_WRONG_TYPE -> json.writeNumberField("startTime", status.start());
      case POISON_NULL_OBJECT -> json.writeNullField("startTime");
      case POISON_ZONELESS_TIMESTAMP ->
          json.writeStringField("startTime", start.substring(0, start.length() - 1));
      case POISON_NUL_CHARACTERS -> json.writeStringField("startTime", start + "\0\0");
    }
  }
}
