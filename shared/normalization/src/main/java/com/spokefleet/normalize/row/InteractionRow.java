package com.spokefleet.normalize.row;

import com.spokefleet.normalize.figure.Figures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One queue or agent leg of a conversation. It never carries anything about the customer.
 *
 * @param startDay of the conversation, so that a conversation's rows share a partition
 * @param start of the leg's first segment; null when it has none
 * @param end of the leg's last segment; null while one is open
 */
public record InteractionRow(
    String orgId,
    String conversationId,
    String sessionId,
    String conversationKey,
    StartDay startDay,
    @Nullable Instant start,
    @Nullable Instant end,
    String participantId,
    @Nullable String purpose,
    @Nullable String mediaType,
    @Nullable String messageType,
    @Nullable String direction,
    @Nullable String queueId,
    @Nullable String queueKey,
    @Nullable String userId,
    @Nullable String userKey,
    @Nullable String teamId,
    Outcome outcome,
    Figures figures,
    Moments moments,
    @Nullable String wrapupCode,
    @Nullable String disconnectType,
    @Nullable String errorCode,
    @Nullable String requestedRoutings,
    @Nullable String usedRouting,
    @Nullable String requestedSkillIds,
    @Nullable String requestedLanguageId,
    @Nullable String flowInType,
    @Nullable String flowOutType,
    @Nullable String outboundCampaignId,
    @Nullable Instant callbackScheduledAt,
    @Nullable Boolean acwSkipped) {

  /**
   * When the figures of a leg were emitted (a metric's emitDate), first occurrence first; null when
   * there is no such metric or it came without a date.
   */
  public record Moments(
      @Nullable Instant offeredAt,
      @Nullable Instant answeredAt,
      @Nullable Instant abandonedAt,
      @Nullable Instant flowedOutAt,
      @Nullable Instant transferredAt,
      @Nullable Instant handledAt) {}
}
