package com.spokefleet.genesys.extraction;

import java.time.Instant;

/**
 * A file that is offered.
 *
 * @param schema which kind of data it holds
 * @param createdAt when Genesys made it
 */
public record ExtractedFile(String id, String schema, Instant createdAt) {}
