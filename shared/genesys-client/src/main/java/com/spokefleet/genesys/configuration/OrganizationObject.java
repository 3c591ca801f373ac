package com.spokefleet.genesys.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The org itself. Genesys knows neither its currency nor its time zone.
 *
 * @param defaultCountryCode ISO 3166, such as {@code DE}
 * @param state as Genesys spells it: active, inactive, deleted, or a word newer than these
 * @param domain the org's short name within its region, not a host
 * @param defaultLanguage such as {@code en-us}
 */
public record OrganizationObject(
    String id,
    @Nullable String name,
    @Nullable String defaultCountryCode,
    @Nullable String state,
    @Nullable String domain,
    @Nullable String defaultLanguage)
    implements ConfigurationObject {}
