package com.spokefleet.normalize.row;

import org.jspecify.annotations.Nullable;

/** One participant attribute whose name the spoke allows. */
public record AttributeRow(
    String orgId,
    String conversationId,
    String participantId,
    String name,
    String value,
    @Nullable String purpose,
    StartDay startDay) {}
