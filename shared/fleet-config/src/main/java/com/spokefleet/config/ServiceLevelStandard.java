package com.spokefleet.config;

import java.time.Duration;

/** The fleet's own service level: this share of interactions answered within this time. */
public record ServiceLevelStandard(int percent, Duration threshold) {}
