package com.spokefleet.genesys.configuration;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A presence a user can choose.
 *
 * @param labels its names by locale, such as {@code en_US}
 * @param systemPresence what it counts as, spelled {@code OnQueue} where records say {@code
 *     ON_QUEUE}
 * @param type System or User
 */
public record PresenceObject(
    String id,
    SortedMap<String, String> labels,
    @Nullable String systemPresence,
    @Nullable String type,
    @Nullable Boolean deactivated)
    implements ConfigurationObject {}
