package com.spokefleet.normalize.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One activity of any participant's session, the customer's included.
 *
 * @param segmentIndex position in the session's record, from 0
 * @param durationMs null while open; 0 where the record's clocks ran backwards
 */
public record SegmentRow(
    String orgId,
    String conversationId,
    String sessionId,
    long segmentIndex,
    StartDay startDay,
    Instant start,
    @Nullable Instant end,
    @Nullable Long durationMs,
    @Nullable String segmentType,
    String participantId,
    @Nullable String purpose,
    @Nullable String peerId,
    @Nullable String mediaType,
    @Nullable String direction,
    @Nullable String provider,
    @Nullable String queueId,
    @Nullable String userId,
    @Nullable String groupId,
    @Nullable String disconnectType,
    @Nullable String errorCode,
    @Nullable Boolean conference,
    @Nullable Boolean audioMuted,
    @Nullable String wrapupCode,
    @Nullable String wrapupTags,
    @Nullable String requestedSkillIds,
    @Nullable String requestedLanguageId,
    @Nullable String sipResponseCodes,
    @Nullable String q850ResponseCodes,
    @Nullable String flowId,
    @Nullable String flowName,
    @Nullable String flowType,
    @Nullable String flowEntryType,
    @Nullable String flowExitReason,
    SessionIdentity identity) {}
