package com.spokefleet.genesys.configuration;

import org.jspecify.annotations.Nullable;

/** A wrap-up code, as agents choose it at the end of an interaction. */
public record WrapupCodeObject(String id, @Nullable String name, @Nullable String divisionId)
    implements ConfigurationObject {}
