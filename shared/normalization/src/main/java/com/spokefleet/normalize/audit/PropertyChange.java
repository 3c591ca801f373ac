package com.spokefleet.normalize.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property of the entity that was changed; either list may be empty. */
public record PropertyChange(
    @Nullable String property, List<String> oldValues, List<String> newValues) {}
