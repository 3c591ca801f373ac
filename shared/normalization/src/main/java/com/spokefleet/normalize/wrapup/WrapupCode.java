package com.spokefleet.normalize.wrapup;

import org.jspecify.annotations.Nullable;

/** A wrap-up code as an org has configured it. */
public record WrapupCode(String id, @Nullable String name, @Nullable String divisionId) {}
