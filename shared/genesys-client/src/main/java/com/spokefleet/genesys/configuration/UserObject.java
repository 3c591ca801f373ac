package com.spokefleet.genesys.configuration;

import org.jspecify.annotations.Nullable;

/**
 * An employee of the org, never a customer; deleted ones are listed too.
 *
 * @param email in lower case, so that it joins with other systems' accounts
 * @param state as Genesys spells it: active, inactive, deleted, or a word newer than these
 * @param managerId the id of another user
 */
public record UserObject(
    String id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String divisionId,
    @Nullable String state,
    @Nullable String department,
    @Nullable String title,
    @Nullable String managerId)
    implements ConfigurationObject {}
