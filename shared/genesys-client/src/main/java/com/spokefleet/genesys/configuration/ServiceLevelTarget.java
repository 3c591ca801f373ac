package com.spokefleet.genesys.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The target a queue is measured against: this share of interactions answered within this time.
 *
 * @param percentage a share from 0 to 1, in spite of Genesys' name for it
 * @param durationMs milliseconds
 */
public record ServiceLevelTarget(@Nullable Double percentage, @Nullable Long durationMs) {}
