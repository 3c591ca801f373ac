package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.DOUBLE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.edge.EdgeMetricsRow;

/** What the Edges of each org measured about themselves. */
public final class EdgeMetricsTable {
  private static final String GAUGE = " Gauge: a state at that moment, not to be added over time.";

  public static final Table<EdgeMetricsRow> TABLE =
      Table.<EdgeMetricsRow>daily(
              "edge_metrics",
              "One row per measurement of an Edge, under the UTC day of its own time; only where"
                  + " `polls` lists edge-metrics. All figures are gauges: bytes and counts may be"
                  + " added over Edges at one moment, never over time; percentages may not be"
                  + " added at all. A share is worked out by the reader and guards the total,"
                  + " which can be 0: `1 - sum(disk_available_bytes) /"
                  + " nullif(sum(disk_total_bytes), 0)`.")
          .required("org_id", TEXT, "Genesys organisation id", EdgeMetricsRow::orgId)
          .required(
              "measurement_id",
              TEXT,
              "edge_id/milliseconds since 1970 of observed_at",
              EdgeMetricsRow::measurementId)
          .required("edge_id", TEXT, "edge.id", EdgeMetricsRow::edgeId)
          .required("day", DATE, "UTC day of observed_at; names the partition", EdgeMetricsRow::day)
          .required(
              "observed_at",
              TIMESTAMP,
              "eventTime: when the Edge measured, not when it was asked",
              EdgeMetricsRow::observedAt)
          .optional("edge_name", TEXT, "edge.name", EdgeMetricsRow::edgeName)
          .optional(
              "up_time_ms",
              INTEGER,
              "upTimeMsec, since the last start." + GAUGE,
              EdgeMetricsRow::upTimeMs)
          .required("n_processors", INTEGER, "Number of processors", EdgeMetricsRow::processorCount)
          .optional(
              "processor_active_percent",
              DOUBLE,
              "activeTimePct of the row 'total', 0 to 100." + GAUGE,
              EdgeMetricsRow::processorActivePercent)
          .optional(
              "processor_idle_percent",
              DOUBLE,
              "idleTimePct of the row 'total'." + GAUGE,
              EdgeMetricsRow::processorIdlePercent)
          .optional(
              "processor_privileged_percent",
              DOUBLE,
              "privilegedTimePct of the row 'total'." + GAUGE,
              EdgeMetricsRow::processorPrivilegedPercent)
          .optional(
              "processor_user_percent",
              DOUBLE,
              "userTimePct of the row 'total'." + GAUGE,
              EdgeMetricsRow::processorUserPercent)
          .optional(
              "physical_memory_available_bytes",
              INTEGER,
              "availableBytes of physical memory." + GAUGE,
              EdgeMetricsRow::physicalMemoryAvailableBytes)
          .optional(
              "physical_memory_total_bytes",
              INTEGER,
              "totalBytes of physical memory." + GAUGE,
              EdgeMetricsRow::physicalMemoryTotalBytes)
          .optional(
              "virtual_memory_available_bytes",
              INTEGER,
              "availableBytes of virtual memory." + GAUGE,
              EdgeMetricsRow::virtualMemoryAvailableBytes)
          .optional(
              "virtual_memory_total_bytes",
              INTEGER,
              "totalBytes of virtual memory; 0 where there is none." + GAUGE,
              EdgeMetricsRow::virtualMemoryTotalBytes)
          .required("n_disks", INTEGER, "Number of disk partitions", EdgeMetricsRow::diskCount)
          .optional(
              "disk_available_bytes",
              INTEGER,
              "availableBytes of all disk partitions." + GAUGE,
              EdgeMetricsRow::diskAvailableBytes)
          .optional(
              "disk_total_bytes",
              INTEGER,
              "totalBytes of all disk partitions." + GAUGE,
              EdgeMetricsRow::diskTotalBytes)
          .optional(
              "fullest_disk",
              TEXT,
              "partitionName of the disk with the smallest share available",
              EdgeMetricsRow::fullestDisk)
          .optional(
              "fullest_disk_available_bytes",
              INTEGER,
              "Its availableBytes." + GAUGE,
              EdgeMetricsRow::fullestDiskAvailableBytes)
          .optional(
              "fullest_disk_total_bytes",
              INTEGER,
              "Its totalBytes, never 0." + GAUGE,
              EdgeMetricsRow::fullestDiskTotalBytes)
          .required(
              "n_networks", INTEGER, "Number of network interfaces", EdgeMetricsRow::networkCount)
          .optional(
              "network_sent_bytes_per_second",
              INTEGER,
              "sentBytesPerSec of all interfaces." + GAUGE,
              EdgeMetricsRow::networkSentBytesPerSecond)
          .optional(
              "network_received_bytes_per_second",
              INTEGER,
              "receivedBytesPerSec of all interfaces." + GAUGE,
              EdgeMetricsRow::networkReceivedBytesPerSecond)
          .optional(
              "network_bandwidth_bits_per_second",
              INTEGER,
              "bandwidthBitsPerSec of all interfaces; bits, where the two above are bytes." + GAUGE,
              EdgeMetricsRow::networkBandwidthBitsPerSecond)
          .optional(
              "highest_network_utilization_percent",
              DOUBLE,
              "Highest utilizationPct of an interface." + GAUGE,
              EdgeMetricsRow::highestNetworkUtilizationPercent)
          .optional(
              "longest_subsystem_delay_ms",
              INTEGER,
              "Longest delayMs of a subsystem." + GAUGE,
              EdgeMetricsRow::longestSubsystemDelayMs)
          .keyedBy("measurement_id", "org_id", "measurement_id");

  private EdgeMetricsTable() {}
}
