package com.spokefleet.siem.dashboard;

import java.util.List;

/**
 * When a customer has hung up, and where.
 *
 * <p>A leg that ends with PEER was left by its other side: the agent's, the queue's or the IVR's
 * leg by the customer. The customer's own leg tells it the other way round: there PEER means that
 * the agent or the platform hung up, which is none of this, and ENDPOINT or CLIENT that the
 * customer did. Genesys writes these words in capitals in events and in small letters in records.
 *
 * <p>A conversation counts once: its first hang-up in time decides the moment, and the first that
 * tells a leg decides the leg; of several at the same time the one further down the list.
 */
public final class HangUps {
  private static final String TOPIC = "v2.detail.events.conversation.{id}.";

  /**
   * What tells of a hang-up.
   *
   * @param leg where the customer was; empty where the event cannot tell
   * @param when in the language of detections
   */
  public record Sign(String leg, String when) {}

  private HangUps() {}

  /** All signs; no event is two of them. */
  public static List<Sign> signs() {
    return List.of(
        new Sign(
            "",
            ended("customer.end") + " and disconnect_type in (ENDPOINT, endpoint, CLIENT, client)"),
        new Sign("ivr", left("flow.end") + " and not flow_type = INQUEUE*"),
        // The music and announcements of a queue are a flow, too.
        new Sign("queue", left("flow.end") + " and flow_type = INQUEUE*"),
        new Sign("queue", left("acd.end")),
        new Sign("agent", left("user.end")));
  }

  private static String left(String end) {
    return ended(end) + " and disconnect_type in (PEER, peer)";
  }

  private static String ended(String end) {
    return "topic = \"" + TOPIC + end + "\"";
  }
}
