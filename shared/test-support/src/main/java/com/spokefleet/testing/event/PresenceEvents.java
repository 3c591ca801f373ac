package com.spokefleet.testing.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.ledger.TrueStatus;
import com.spokefleet.testing.render.Timestamps;
import com.spokefleet.testing.traffic.AgentStatuses;
import com.spokefleet.testing.traffic.GeneratedStatus;
import java.util.ArrayList;
import java.util.List;

/** Every change of every agent's presence and routing status: noise to whoever watches security. */
final class PresenceEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PresenceEvents() {}

  static List<EmittedEvent> between(AgentStatuses statuses, String orgId, long from, long to) {
    List<EmittedEvent> events = new ArrayList<>();
    for (GeneratedStatus status : statuses.startedBy(to)) {
      if (status.start() >= from && status.start() < to) {
        events.add(event(status, orgId));
      }
    }
    return events;
  }

  private static EmittedEvent event(GeneratedStatus status, String orgId) {
    boolean presence = status.kind() == TrueStatus.Kind.PRESENCE;
    String topic = presence ? "presence" : "routingStatus";
    ObjectNode body = JSON.createObjectNode();
    if (presence) {
      body.put("source", "PURECLOUD").put("primary", true).put("message", "");
      body.putObject("presenceDefinition")
          .put("id", String.valueOf(status.organizationPresenceId()))
          .put("systemPresence", status.value());
      body.put("modifiedDate", Timestamps.text(status.start()));
    } else {
      body.putObject("routingStatus")
          .put("userId", status.userId())
          .put("status", status.value())
          .put("startTime", Timestamps.text(status.start()));
    }
    return new Envelope(
            "v2.users.{id}." + topic,
            topic,
            "",
            topic + status.userId() + status.start(),
            status.userId())
        .around(body, status.start(), orgId);
  }
}
