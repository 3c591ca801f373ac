package com.spokefleet.genesys.job;

import java.time.Instant;
import java.util.Optional;

/**
 * How a job goes.
 *
 * @param stateText the state as Genesys wrote it
 * @param errorMessage why it failed, if Genesys says so
 * @param expiresAt when its results will be gone; how long they last is not documented
 */
public record JobStatus(
    JobState state, String stateText, Optional<String> errorMessage, Optional<Instant> expiresAt) {}
