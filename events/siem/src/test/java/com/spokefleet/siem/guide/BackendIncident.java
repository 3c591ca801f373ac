package com.spokefleet.siem.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.fixture.GoldenEvents;
import com.spokefleet.siem.fixture.SentEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A morning on which the backend behind the IVR fails for half an hour, and customers hang up
 * there. Some events come twice, and some say {@code peer} where others say {@code PEER}. All of it
 * follows from the seed; what is true is kept beside it.
 */
final class BackendIncident {
  static final Instant BEGIN = Instant.parse("2026-11-19T09:00:00Z");
  static final Instant END = Instant.parse("2026-11-19T12:00:00Z");
  static final Instant FAILS_FROM = Instant.parse("2026-11-19T10:20:00Z");
  static final Instant FAILS_TO = Instant.parse("2026-11-19T10:50:00Z");

  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

  /** What became of a call whose customer hung up. */
  record HangUp(Instant at, Leg leg) {}

  private final Random random;
  private final List<SentEvent> events = new ArrayList<>();
  private final List<HangUp> truth = new ArrayList<>();
  private final List<Instant> errors = new ArrayList<>();
  private int conversations;

  BackendIncident(long seed) {
    this.random = new Random(seed);
    for (Instant at = BEGIN;
        at.isBefore(END.minus(LONGEST_CALL));
        at = at.plusMillis(between(4_000, 14_000))) {
      call(at);
    }
    for (Instant at = BEGIN; at.isBefore(END); at = at.plusMillis(errorGap(at))) {
      errors.add(at);
    }
    events.sort(Comparator.comparing(SentEvent::at));
  }

  /** As EventBridge delivers them, in order of time. */
  List<SentEvent> events() {
    return events;
  }

  /** Every conversation that its customer ended, once. */
  List<HangUp> truth() {
    return truth;
  }

  /** When the backend answered with an error. */
  List<Instant> errors() {
    return errors;
  }

  private void call(Instant begin) {
    String conversation =
        UUID.nameUUIDFromBytes(("call " + ++conversations).getBytes(StandardCharsets.UTF_8))
            .toString();
    Instant leftIvr = begin.plusMillis(between(15_000, 60_000));
    if (random.nextInt(100) < (fails(leftIvr) ? 55 : 4)) {
      hungUp(conversation, Leg.IVR, leftIvr, "flow.end/to-queue");
      return;
    }
    leg(conversation, "flow.end/to-queue", "TRANSFER", leftIvr);
    Instant leftQueue = leftIvr.plusMillis(between(5_000, 90_000));
    if (random.nextInt(100) < 7) {
      hungUp(conversation, Leg.QUEUE, leftQueue, "acd.end/abandoned");
      return;
    }
    leg(conversation, "acd.end/answered", "TRANSFER", leftQueue);
    Instant over = leftQueue.plusMillis(between(60_000, 300_000));
    if (random.nextInt(100) < 45) {
      hungUp(conversation, Leg.AGENT, over, "user.end/customer-hung-up");
      return;
    }
    // The agent hangs up: seen from the customer's leg that is PEER, and no hang-up of his.
    leg(conversation, "user.end/customer-hung-up", "CLIENT", over);
    leg(conversation, "customer.end/peer", peer(), over);
  }

  /** Both legs end at once, each telling it in its own way. */
  private void hungUp(String conversation, Leg leg, Instant at, String golden) {
    leg(conversation, golden, peer(), at);
    leg(conversation, "customer.end/peer", random.nextBoolean() ? "ENDPOINT" : "endpoint", at);
    truth.add(new HangUp(at, leg));
  }

  private void leg(String conversation, String golden, String disconnectType, Instant at) {
    ObjectNode event = GoldenEvents.read("v2.detail.events.conversation." + golden);
    String key = conversation + golden;
    event
        .put("id", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString())
        .put("time", at.toString());
    event
        .withObject("/detail/eventBody")
        .put("eventTime", at.toEpochMilli())
        .put("conversationId", conversation)
        .put("disconnectType", disconnectType);
    SentEvent sent = new SentEvent(at, event.toString());
    events.add(sent);
    if (random.nextInt(20) == 0) {
      events.add(sent);
    }
  }

  private String peer() {
    return random.nextInt(10) == 0 ? "peer" : "PEER";
  }

  private int errorGap(Instant at) {
    return fails(at) ? between(800, 5_000) : between(60_000, 500_000);
  }

  private static boolean fails(Instant at) {
    return !at.isBefore(FAILS_FROM) && at.isBefore(FAILS_TO);
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least);
  }
}
