package com.spokefleet.normalize.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One presence of an agent, whole, under the day it started. */
public record AgentPresenceRow(
    String orgId,
    String userId,
    String userKey,
    Instant start,
    @Nullable Instant end,
    @Nullable Long durationMs,
    StartDay startDay,
    @Nullable String systemPresence,
    @Nullable String organizationPresenceId,
    @Nullable String presenceKey) {}
