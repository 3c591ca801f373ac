package com.spokefleet.config;

import java.util.Currency;

/** What makes figures of different orgs comparable. */
public record Standards(ServiceLevelStandard serviceLevel, Currency currency) {}
