package com.spokefleet.normalize.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer survey of a conversation, as it stands on the conversation's record. {@code status} is
 * an open vocabulary.
 */
public record Survey(
    @Nullable String surveyId,
    @Nullable Instant eventTime,
    @Nullable Instant completedDate,
    @Nullable String status,
    @Nullable String formId,
    @Nullable String formContextId,
    @Nullable String queueId,
    @Nullable String userId,
    @Nullable Long promoterScore,
    @Nullable Double totalScore) {}
