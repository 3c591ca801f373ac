package com.spokefleet.normalize.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A quality evaluation of a conversation, as it stands on the conversation's record, days after its
 * end and changed later. {@code status} is an open vocabulary; texts that people wrote are left
 * out.
 */
public record Evaluation(
    @Nullable String evaluationId,
    @Nullable Instant eventTime,
    @Nullable String status,
    @Nullable String formId,
    @Nullable String contextId,
    @Nullable String calibrationId,
    @Nullable String queueId,
    @Nullable String userId,
    @Nullable String evaluatorId,
    @Nullable String assigneeId,
    @Nullable Boolean assigneeApplicable,
    @Nullable Boolean deleted,
    @Nullable Boolean released,
    @Nullable Boolean rescored,
    @Nullable Double totalScore,
    @Nullable Double totalCriticalScore) {}
