package com.spokefleet.lake.reconciliation;

import com.spokefleet.lake.proof.EmittedCounts;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one UTC day when its interactions are held against the aggregates.
 *
 * @param emitted what the lake holds of that day by emission, over all start days
 * @param aggregated what the aggregates hold of it; null if they were not read
 * @param readUpTo up to when the lake is complete; for the aggregates, too
 * @param settled whether a job re-read the day after Genesys declared it complete
 * @param open conversations that began on the day or before and were open when last counted
 * @param quarantined records in quarantine of conversations that began on the day or before
 * @param firstStartDay the earliest start day the lake was asked to hold
 * @param filtered whether the lake holds only what a filter admits
 */
public record EmissionEvidence(
    LocalDate day,
    EmittedCounts emitted,
    @Nullable EmittedCounts aggregated,
    Instant readUpTo,
    boolean settled,
    long open,
    long quarantined,
    LocalDate firstStartDay,
    boolean filtered) {}
