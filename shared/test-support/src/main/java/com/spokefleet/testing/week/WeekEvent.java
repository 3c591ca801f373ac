package com.spokefleet.testing.week;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A flat event.
 *
 * @param at when it happened
 * @param fields by the names that the flattener gives them; texts, as a SIEM compares them
 */
public record WeekEvent(Instant at, Map<String, List<String>> fields) {}
