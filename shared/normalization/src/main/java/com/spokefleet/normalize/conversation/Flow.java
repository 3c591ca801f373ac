package com.spokefleet.normalize.conversation;

import org.jspecify.annotations.Nullable;

/** The Architect flow a session ran through. */
public record Flow(
    @Nullable String flowId,
    @Nullable String flowName,
    @Nullable String flowType,
    @Nullable String flowVersion,
    @Nullable String entryType,
    @Nullable String entryReason,
    @Nullable String exitReason,
    @Nullable String transferType,
    @Nullable String transferTargetName,
    @Nullable String transferTargetAddress,
    @Nullable String startingLanguage,
    @Nullable String endingLanguage,
    @Nullable Boolean issuedCallback) {}
