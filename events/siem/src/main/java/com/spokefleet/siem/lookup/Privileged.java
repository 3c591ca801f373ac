package com.spokefleet.siem.lookup;

/**
 * What raises an alert to critical, by being touched or by acting.
 *
 * @param type oauth-client, integration, role or user
 */
public record Privileged(String orgId, String id, String type, String name, String reason) {}
