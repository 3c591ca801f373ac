package com.spokefleet.normalize.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A party of a conversation: customer, ivr, acd, agent, … {@code purpose} is an open vocabulary.
 */
public record Participant(
    String participantId,
    @Nullable String name,
    @Nullable String purpose,
    @Nullable String userId,
    @Nullable String teamId,
    @Nullable String externalContactId,
    @Nullable String externalOrganizationId,
    @Nullable String flaggedReason,
    List<Session> sessions) {}
