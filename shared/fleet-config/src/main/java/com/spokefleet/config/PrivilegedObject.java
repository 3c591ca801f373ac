package com.spokefleet.config;

/**
 * Something in an org whose change, or whose doings, page the SOC.
 *
 * @param spoke name of the org it belongs to
 * @param id as audits name it: the id of the entity, or of the OAuth client or user that acts
 * @param reason why it matters, for the analyst who is woken up
 */
public record PrivilegedObject(
    String spoke, PrivilegedType type, String id, String name, String reason) {}
