package com.spokefleet.normalize.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One analytics conversation record. Field names are Genesys' own; lists are never null; an absent
 * field is null. {@code end} is null while the conversation is open.
 */
public record Conversation(
    String conversationId,
    Instant start,
    @Nullable Instant end,
    @Nullable Instant conferenceStart,
    @Nullable String originatingDirection,
    @Nullable String conversationInitiator,
    @Nullable Boolean customerParticipation,
    @Nullable Boolean selfServed,
    @Nullable String externalTag,
    @Nullable Double minMos,
    @Nullable Double minRFactor,
    List<String> divisionIds,
    List<Participant> participants,
    List<Evaluation> evaluations,
    List<Survey> surveys,
    List<Resolution> resolutions) {}
