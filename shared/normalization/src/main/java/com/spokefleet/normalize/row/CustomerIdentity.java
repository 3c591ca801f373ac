package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/**
 * Who the customer of a conversation is, as far as the spoke's allow list lets it through; every
 * component is null unless allowed.
 */
public record CustomerIdentity(
    @Nullable String participantName,
    @Nullable String ani,
    @Nullable String dnis,
    @Nullable String externalContactId,
    @Nullable String externalOrganizationId,
    @Nullable String externalTag) {}
