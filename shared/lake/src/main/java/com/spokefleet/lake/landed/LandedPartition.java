package com.spokefleet.lake.landed;

import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.ProofStatus;
import java.util.Optional;

/**
 * A partition as it stood in the lake when this was told. It may be told more than once: who
 * listens knows a repetition by the partition and its hash.
 *
 * @param sha256 of the object's bytes
 * @param status of the day, where a proof tells it
 * @param runId of the invocation that tells it
 */
public record LandedPartition(
    Partition partition, String sha256, Optional<ProofStatus> status, String runId) {}
