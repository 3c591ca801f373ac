package com.spokefleet.normalize.row;

import com.spokefleet.normalize.figure.Figures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ended conversation. First and last mean by time, over its queue and agent legs.
 *
 * @param figures the sums over all its interactions
 * @param resolutions how often Genesys has told whether the conversation spared a next one
 * @param nextContactAvoided how many of these it says it spared; null while it has not told
 * @param ivrMs milliseconds in IVR flows (tIvr), which belong to no interaction
 */
public record ConversationRow(
    String orgId,
    String conversationId,
    String conversationKey,
    StartDay startDay,
    Instant start,
    Instant end,
    long durationMs,
    @Nullable Instant conferenceStart,
    @Nullable String originatingDirection,
    @Nullable String conversationInitiator,
    @Nullable Boolean customerParticipation,
    @Nullable Boolean selfServed,
    @Nullable String firstMediaType,
    @Nullable String divisionId,
    @Nullable String divisionIds,
    @Nullable String firstFlowId,
    @Nullable String firstFlowName,
    @Nullable String firstQueueId,
    @Nullable String lastQueueId,
    @Nullable String firstUserId,
    @Nullable String lastUserId,
    @Nullable String wrapupCode,
    long participants,
    long sessions,
    long interactions,
    long segments,
    long ivrMs,
    Figures figures,
    @Nullable Double minMos,
    @Nullable Double minRFactor,
    String directLink,
    CustomerIdentity customer,
    long resolutions,
    @Nullable Long nextContactAvoided) {}
