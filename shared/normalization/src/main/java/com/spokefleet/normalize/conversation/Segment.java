package com.spokefleet.normalize.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One activity of a session, such as alert, interact, hold or wrapup; {@code end} is null while it
 * lasts.
 */
public record Segment(
    @Nullable String segmentType,
    Instant start,
    @Nullable Instant end,
    @Nullable String queueId,
    @Nullable String groupId,
    @Nullable String disconnectType,
    @Nullable String errorCode,
    @Nullable Boolean conference,
    @Nullable String wrapUpCode,
    @Nullable String wrapUpNote,
    List<String> wrapUpTags,
    List<String> requestedRoutingSkillIds,
    @Nullable String requestedLanguageId,
    List<Long> sipResponseCodes,
    List<Long> q850ResponseCodes,
    @Nullable String subject,
    @Nullable Boolean audioMuted) {}
