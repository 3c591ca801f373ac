package com.spokefleet.normalize.edge;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one Edge measured at one moment, as the lake keeps it. */
public record EdgeMetricsRow(
    String orgId,
    String measurementId,
    String edgeId,
    LocalDate day,
    Instant observedAt,
    @Nullable String edgeName,
    @Nullable Long upTimeMs,
    long processorCount,
    @Nullable Double processorActivePercent,
    @Nullable Double processorIdlePercent,
    @Nullable Double processorPrivilegedPercent,
    @Nullable Double processorUserPercent,
    @Nullable Long physicalMemoryAvailableBytes,
    @Nullable Long physicalMemoryTotalBytes,
    @Nullable Long virtualMemoryAvailableBytes,
    @Nullable Long virtualMemoryTotalBytes,
    long diskCount,
    @Nullable Long diskAvailableBytes,
    @Nullable Long diskTotalBytes,
    @Nullable String fullestDisk,
    @Nullable Long fullestDiskAvailableBytes,
    @Nullable Long fullestDiskTotalBytes,
    long networkCount,
    @Nullable Long networkSentBytesPerSecond,
    @Nullable Long networkReceivedBytesPerSecond,
    @Nullable Long networkBandwidthBitsPerSecond,
    @Nullable Double highestNetworkUtilizationPercent,
    @Nullable Long longestSubsystemDelayMs) {}
