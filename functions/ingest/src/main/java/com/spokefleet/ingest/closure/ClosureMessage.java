package com.spokefleet.ingest.closure;

/** A message of the queue: an id by which to fail it, and the event. */
public record ClosureMessage(String id, String body) {}
