package com.spokefleet.config;

import java.util.List;
import java.util.Map;

/**
 * One entry of the master taxonomy.
 *
 * @param names wrap-up code names, of any org, that mean this entry; compared without case
 * @param codes per spoke name, wrap-up code ids that mean this entry; they win over names
 */
public record CanonicalWrapup(
    String name, String category, List<String> names, Map<String, List<String>> codes) {}
