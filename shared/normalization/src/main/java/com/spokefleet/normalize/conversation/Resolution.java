package com.spokefleet.normalize.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conversation spared the customer a next one, which Genesys tells a week after its end.
 */
public record Resolution(
    @Nullable Instant eventTime,
    @Nullable String queueId,
    @Nullable String userId,
    @Nullable Long nextContactAvoided) {}
