package com.spokefleet.replay.backup;

import com.spokefleet.replay.record.TimeWindow;

/**
 * How backups are replayed.
 *
 * @param dryRun read and count, but send and write nothing
 * @param removesCompleted remove an object once all of it was sent and its poison is kept aside
 */
public record ReplayRules(TimeWindow window, boolean dryRun, boolean removesCompleted) {}
