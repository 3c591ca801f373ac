package com.spokefleet.testing.week;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Conversations as their ends tell them: most are answered, some callers leave in the IVR or in the
 * queue, a few calls are over within seconds. Once a week a queue is short of people for an hour.
 */
final class CallsOfWeek {
  private static final String TOPIC = "v2.detail.events.conversation.{id}.";
  private static final int QUEUES = 18;
  private static final int FLOWS = 5;

  private final BusyOrg org;

  CallsOfWeek(BusyOrg org) {
    this.org = org;
  }

  void between(Instant from, Duration length, Consumer<WeekEvent> events) {
    Chance chance = new Chance(org.seed(), org.number(), 1, from.getEpochSecond());
    double expected =
        org.conversationsAWeek() * Hours.BUSINESS.share(from, length, org.hoursAhead());
    for (int left = chance.times(expected); left > 0; left--) {
      Instant at = from.plusMillis((long) chance.between(0, length.toMillis()));
      conversation(at, chance, events);
    }
  }

  private void conversation(Instant at, Chance chance, Consumer<WeekEvent> events) {
    String id = Long.toHexString(chance.nextLong());
    boolean voice = chance.happens(0.78);
    String media = voice ? "VOICE" : chance.happens(0.5) ? "MESSAGE" : "EMAIL";
    if (voice && chance.happens(0.12)) {
      outbound(at, id, chance, events);
      return;
    }
    boolean leaves = chance.happens(voice ? 0.11 : 0.03);
    events.accept(
        leg("flow.end", at, id, media, "INBOUND", leaves ? "PEER" : "TRANSFER")
            .put("flow_id", org.uuid("flow " + chance.mostlyLow(FLOWS)))
            .put("connected_duration_ms", (long) chance.skewed(25_000, 0.8))
            .event());
    if (leaves) {
      events.accept(
          leg("customer.end", at, id, media, "INBOUND", "ENDPOINT")
              .put("interacting_duration_ms", 0)
              .event());
      return;
    }
    int number = chance.mostlyLow(QUEUES);
    String queue = org.uuid("queue " + number);
    double givesUp = isShortOfPeople(number, at) ? 0.25 : 0.06;
    boolean abandons = chance.happens(givesUp);
    events.accept(
        leg("acd.end", at.plusSeconds(20), id, media, "INBOUND", abandons ? "PEER" : "TRANSFER")
            .put("queue_id", queue)
            .put("acd_outcome", abandons ? "ABANDON" : "ANSWERED")
            .event());
    if (!abandons) {
      answered(at, id, media, queue, chance, events);
    }
  }

  private void answered(
      Instant at,
      String id,
      String media,
      String queue,
      Chance chance,
      Consumer<WeekEvent> events) {
    String user = org.uuid("agent " + chance.below(org.agents()));
    boolean customerEnds = chance.happens(0.6);
    long talked = chance.happens(0.012) ? 1_500 : 6_000 + (long) chance.skewed(200_000, 0.7);
    Instant end = at.plusSeconds(40);
    events.accept(
        leg("user.end", end, id, media, "INBOUND", customerEnds ? "PEER" : "ENDPOINT")
            .put("user_id", user)
            .put("queue_id", queue)
            .put("interacting_duration_ms", talked)
            .event());
    events.accept(
        leg("customer.end", end, id, media, "INBOUND", customerEnds ? "ENDPOINT" : "PEER")
            .put("interacting_duration_ms", talked)
            .event());
    events.accept(
        leg("acw", end.plusSeconds(30), id, media, "INBOUND", "")
            .put("user_id", user)
            .put("queue_id", queue)
            .event());
  }

  /** Agents call for a queue; back offices call for none, now and then. */
  private void outbound(Instant at, String id, Chance chance, Consumer<WeekEvent> events) {
    FieldsOfEvent leg =
        leg("user.end", at, id, "VOICE", "OUTBOUND", chance.happens(0.5) ? "PEER" : "ENDPOINT")
            .put("user_id", org.uuid("agent " + chance.below(org.agents())))
            .put("interacting_duration_ms", (long) chance.skewed(90_000, 0.9));
    if (!chance.happens(0.15)) {
      leg.put("queue_id", org.uuid("queue " + chance.mostlyLow(QUEUES)));
    }
    events.accept(leg.event());
  }

  private boolean isShortOfPeople(int queue, Instant at) {
    long week = Math.floorDiv(at.getEpochSecond(), 7 * 86_400L);
    Chance chance = new Chance(org.seed(), org.number(), 2, week);
    long hour = Math.floorMod(at.getEpochSecond() / 3_600, 7 * 24L);
    return queue == chance.below(QUEUES) && hour == chance.below(7 * 24);
  }

  private FieldsOfEvent leg(
      String kind, Instant at, String id, String media, String direction, String disconnect) {
    FieldsOfEvent leg =
        new FieldsOfEvent(org, TOPIC + kind, at, id + "-" + kind)
            .put("conversation_id", id)
            .put("media_type", media)
            .put("direction", direction)
            .put("provider", "Edge");
    return disconnect.isEmpty() ? leg : leg.put("disconnect_type", disconnect);
  }
}
