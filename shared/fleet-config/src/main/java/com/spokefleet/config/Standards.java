package com.spokefleet.config;

import java.util.Currency;

/** What makes figures of different orgs comparable, and how exactly they must reconcile. */
public record Standards(
    ServiceLevelStandard serviceLevel, Currency currency, ReconciliationStandard reconciliation) {}
