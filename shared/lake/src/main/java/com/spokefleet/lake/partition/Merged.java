package com.spokefleet.lake.partition;

/**
 * What a partition holds after a merge: rows, units that have rows, whether the object was written,
 * and the SHA-256 of its bytes (empty if there is neither an object nor a row).
 */
public record Merged(long rows, long units, boolean changed, String sha256) {}
