package com.spokefleet.lake.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a job that re-read a whole day says about one of its partitions.
 *
 * @param returned records the job returned for the day; null where the table has other units
 * @param surplus stored units that it did not return; null where the table has other units
 * @param availableUpTo up to when Genesys said the job knew everything
 * @param filterHash the filter it read under
 * @param at when this was found
 */
public record JobEvidence(
    ProofStatus status,
    @Nullable Long returned,
    @Nullable Long surplus,
    Instant availableUpTo,
    String filterHash,
    Instant at) {}
