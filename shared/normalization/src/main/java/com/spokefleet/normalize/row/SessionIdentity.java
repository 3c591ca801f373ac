package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/**
 * What a session and its segment say about the customer, as far as the spoke's allow list lets it
 * through; every component is null unless allowed.
 */
public record SessionIdentity(
    @Nullable String participantName,
    @Nullable String externalContactId,
    @Nullable String externalOrganizationId,
    @Nullable String ani,
    @Nullable String dnis,
    @Nullable String sessionDnis,
    @Nullable String addressFrom,
    @Nullable String addressTo,
    @Nullable String addressSelf,
    @Nullable String addressOther,
    @Nullable String remote,
    @Nullable String callbackUserName,
    @Nullable String callbackNumbers,
    @Nullable String outboundContactId,
    @Nullable String flowEntryReason,
    @Nullable String flowTransferTargetAddress,
    @Nullable String subject,
    @Nullable String wrapUpNote) {}
