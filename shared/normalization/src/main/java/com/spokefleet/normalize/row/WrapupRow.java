package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/**
 * One wrap-up code of an org and what it means to the fleet; canonical name and category are null
 * while the taxonomy does not know it.
 */
public record WrapupRow(
    String orgId,
    String wrapupCode,
    String wrapupKey,
    @Nullable String name,
    @Nullable String divisionId,
    @Nullable String canonicalName,
    @Nullable String canonicalCategory,
    Sighting sighting) {}
