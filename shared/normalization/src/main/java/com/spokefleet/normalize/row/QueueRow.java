package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/** One queue of an org with its own service level targets. */
public record QueueRow(
    String orgId,
    String queueId,
    String queueKey,
    @Nullable String name,
    @Nullable String divisionId,
    ServiceLevelTarget call,
    ServiceLevelTarget callback,
    ServiceLevelTarget chat,
    ServiceLevelTarget email,
    ServiceLevelTarget message,
    Sighting sighting,
    @Nullable String link) {}
