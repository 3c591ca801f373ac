package com.spokefleet.testing.traffic;

import java.util.List;

/** Values outside every documented enum, in places that carry no figure. */
final class UnknownValues {
  private UnknownValues() {}

  static void addTo(GeneratedConversation conversation) {
    long start = conversation.start();
    GeneratedSession session =
        conversation
            .add(
                new GeneratedParticipant(
                    Dice.uuid(start, conversation.id().hashCode()), "oracle", null, null, null))
            .add(
                new GeneratedSession(
                    Dice.uuid(conversation.id().hashCode(), start), null, "telepathy", "sideways"));
    session
        .with("provider", "Crystal Ball")
        .with("requestedRoutings", List.of("Clairvoyant"))
        .with("usedRouting", "Clairvoyant");
    session.segment("pondering", start, conversation.end(), null).disconnectedBy("enlightenment");
    session.metric("tPondering", conversation.end() - start, conversation.end());
  }
}
