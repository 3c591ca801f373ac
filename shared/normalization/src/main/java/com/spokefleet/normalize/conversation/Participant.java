package com.spokefleet.normalize.conversation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A party of a conversation: customer, ivr, acd, agent, … {@code purpose} is an open vocabulary.
 *
 * @param attributes only those whose names were allowed to be read; none in records that came from
 *     the synchronous query, which has no attributes
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
    Map<String, String> attributes,
    List<Session> sessions) {}
