package com.spokefleet.siem.datadog;

/**
 * Something that Datadog cannot say, or says otherwise than the catalogue means it.
 *
 * @param about a detection, a panel, or what else it is true of
 * @param text what an analyst has to know
 */
public record Limit(String about, String text) {}
