package com.spokefleet.testing.traffic;

import org.jspecify.annotations.Nullable;

/** The Architect flow a leg ran; the instants of its outcome are epoch milliseconds. */
public record GeneratedFlow(
    String id,
    String name,
    String type,
    String language,
    @Nullable String entryType,
    @Nullable String entryReason,
    @Nullable String exitReason,
    @Nullable String transferType,
    @Nullable String transferTargetName,
    @Nullable String transferTargetAddress,
    @Nullable Outcome outcome) {

  /** A milestone the flow reached. */
  public record Outcome(String id, String value, long start, long end) {}
}
