package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/**
 * One division of an org: who may see what. {@code home} marks the division everything starts in.
 */
public record DivisionRow(
    String orgId,
    String divisionId,
    String divisionKey,
    @Nullable String name,
    @Nullable Boolean home,
    Sighting sighting) {}
