package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/**
 * One user of an org; an employee, never a customer. {@code state} is active, inactive or deleted.
 */
public record AgentRow(
    String orgId,
    String userId,
    String userKey,
    @Nullable String name,
    @Nullable String email,
    @Nullable String title,
    @Nullable String department,
    @Nullable String divisionId,
    @Nullable String managerId,
    @Nullable String state,
    Sighting sighting) {}
