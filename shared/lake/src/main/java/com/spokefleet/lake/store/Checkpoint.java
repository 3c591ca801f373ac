package com.spokefleet.lake.store;

/** A small JSON document with the version of its last write; versions grow with every write. */
public record Checkpoint(String key, long version, String body) {}
