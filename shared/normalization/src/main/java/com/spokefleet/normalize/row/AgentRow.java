package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/**
 * One user of an org; an employee, never a customer.
 *
 * @param state active, inactive or deleted
 * @param personKey the same for all users that fleet.yaml says are one person; of anybody else the
 *     {@code userKey}
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
    Sighting sighting,
    String personKey) {}
