package com.spokefleet.genesys.configuration;

import org.jspecify.annotations.Nullable;

/**
 * A division: the unit by which an org limits who sees what.
 *
 * @param home whether it is the division every org starts with; one per org
 */
public record DivisionObject(String id, @Nullable String name, boolean home)
    implements ConfigurationObject {}
