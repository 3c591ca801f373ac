package com.spokefleet.normalize.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One communication leg of a participant. All enum-like fields are open vocabularies, kept as text.
 */
public record Session(
    String sessionId,
    @Nullable String peerId,
    @Nullable String mediaType,
    @Nullable String messageType,
    @Nullable String direction,
    @Nullable String provider,
    @Nullable String ani,
    @Nullable String dnis,
    @Nullable String sessionDnis,
    @Nullable String addressFrom,
    @Nullable String addressTo,
    @Nullable String addressSelf,
    @Nullable String addressOther,
    @Nullable String remote,
    @Nullable String callbackUserName,
    List<String> callbackNumbers,
    @Nullable Instant callbackScheduledTime,
    List<String> requestedRoutings,
    @Nullable String usedRouting,
    @Nullable String selectedAgentId,
    List<String> activeSkillIds,
    @Nullable String flowInType,
    @Nullable String flowOutType,
    @Nullable String outboundCampaignId,
    @Nullable String outboundContactId,
    @Nullable String outboundContactListId,
    @Nullable String dispositionAnalyzer,
    @Nullable String dispositionName,
    @Nullable String deliveryStatus,
    @Nullable String scriptId,
    @Nullable Boolean recording,
    @Nullable Boolean acwSkipped,
    @Nullable Boolean authenticated,
    @Nullable Flow flow,
    List<Metric> metrics,
    List<Segment> segments) {}
