package com.spokefleet.config;

/**
 * When differences between sources that should count alike become an alarm.
 *
 * @param tolerance units or events by which the settled days of one table may differ in all
 */
public record ReconciliationStandard(int tolerance) {}
