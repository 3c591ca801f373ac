package com.spokefleet.normalize.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One routing status of an agent, whole, under the day it started. */
public record AgentRoutingStatusRow(
    String orgId,
    String userId,
    String userKey,
    Instant start,
    @Nullable Instant end,
    @Nullable Long durationMs,
    StartDay startDay,
    @Nullable String routingStatus) {}
