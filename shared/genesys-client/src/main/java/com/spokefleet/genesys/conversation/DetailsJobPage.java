package com.spokefleet.genesys.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * One page of a job's result, in no order. A page may be short or empty; only a missing cursor is
 * the end.
 *
 * @param cursor leads to the next page; empty on the last
 * @param dataAvailabilityDate up to when the result is complete, if the page tells
 */
public record DetailsJobPage(
    DetailsPage details, Optional<String> cursor, Optional<Instant> dataAvailabilityDate) {}
