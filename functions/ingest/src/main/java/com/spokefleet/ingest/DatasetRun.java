package com.spokefleet.ingest;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.lake.partition.Fence;

/**
 * What one run of a dataset is given: what was asked for, until when, and the lease it runs under.
 */
public record DatasetRun(RunRequest request, Deadline deadline, Fence fence) {}
