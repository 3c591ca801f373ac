package com.spokefleet.testing.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Every three hours a data action fails more often than usual. Their time is {@code timestamp}. */
final class OperationsEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "v2.operations.events.{id}";
  private static final String EVENT = "ACTIONS-2";
  private static final int EVERY_HOURS = 3;
  private static final int MILLIS_PER_HOUR = 3_600_000;

  private OperationsEvents() {}

  static List<EmittedEvent> between(FakeOrgSettings settings, Instant from, Instant to) {
    List<EmittedEvent> events = new ArrayList<>();
    for (Instant hour = from.truncatedTo(ChronoUnit.HOURS);
        hour.isBefore(to);
        hour = hour.plus(1, ChronoUnit.HOURS)) {
      long number = hour.getEpochSecond() / 3_600;
      SplittableRandom random = new SplittableRandom(settings.seed() * 31 + number);
      Instant at = hour.plusMillis(random.nextInt(MILLIS_PER_HOUR));
      if (number % EVERY_HOURS == 0 && !at.isBefore(from) && at.isBefore(to)) {
        events.add(event(settings, at.toEpochMilli(), 5 + random.nextInt(50)));
      }
    }
    return events;
  }

  private static EmittedEvent event(FakeOrgSettings settings, long at, int failures) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("eventEntity")
        .put("id", EVENT)
        .put("name", "Data action failures")
        .put("description", "A data action fails more often than usual");
    body.put("entityId", new UUID(0xac71_0000_0000_4000L, Long.MIN_VALUE | at).toString())
        .put("entityName", "Look up order")
        .put("previousValue", "0")
        .put("currentValue", Integer.toString(failures))
        .put("errorCode", "ACTION_REMOTE_5XX")
        .put("entityType", "ACTION")
        .put("timestamp", at);
    return new Envelope(TOPIC, "operations", "", "operations " + settings.orgId() + at, EVENT)
        .around(body, at, settings.orgId());
  }
}
