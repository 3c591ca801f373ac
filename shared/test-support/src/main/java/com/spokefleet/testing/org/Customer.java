package com.spokefleet.testing.org;

/**
 * Somebody who contacts the organisation. Every value that identifies a person holds one of the
 * organisation's {@link PiiMarkers}.
 */
public record Customer(
    String name,
    String phone,
    String email,
    String chatAddress,
    String externalContactId,
    String contactId,
    Language language) {}
