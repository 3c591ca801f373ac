package com.spokefleet.events.topic;

import java.util.List;

/**
 * One topic of Genesys Cloud.
 *
 * @param template its name with a literal {@code {id}} for each id, which is what EventBridge
 *     events of it have as {@code detail-type}
 * @param personal what in its body tells of a person
 * @param metricsOnlyAllowed whether it may be routed at all for an org whose residency is
 *     metrics-only; never a topic about one conversation or one agent's day
 * @param endsLeg whether it tells that a leg of a conversation is over, so that the conversation
 *     may be read
 */
public record Topic(
    String template,
    BodyKind body,
    ValueClass value,
    Route route,
    List<PersonalField> personal,
    boolean metricsOnlyAllowed,
    boolean endsLeg,
    Evidence evidence) {

  public Topic {
    personal = List.copyOf(personal);
  }
}
