package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/**
 * One presence definition of an org.
 *
 * @param name in the org's default language where it has one
 * @param systemPresence as analytics spells it, such as {@code ON_QUEUE}
 * @param type {@code System} for the platform's own, {@code User} for the org's
 */
public record PresenceRow(
    String orgId,
    String presenceId,
    String presenceKey,
    @Nullable String name,
    @Nullable String systemPresence,
    @Nullable String type,
    @Nullable Boolean deactivated,
    Sighting sighting) {}
