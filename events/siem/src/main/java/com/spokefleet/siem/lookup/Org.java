package com.spokefleet.siem.lookup;

/**
 * An organisation.
 *
 * @param sendsEvents whether events are taken from it, so that their absence means something
 */
public record Org(String id, String name, String region, boolean sendsEvents) {}
