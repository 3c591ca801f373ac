package com.spokefleet.normalize.edge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one Edge measured at one moment, as Genesys tells it.
 *
 * @param processors one per processor and one named {@code total}
 * @param memory one of type physical and one of type virtual
 * @param delaysMs of each subsystem, in milliseconds
 */
public record EdgeMeasurement(
    String edgeId,
    @Nullable String edgeName,
    Instant observedAt,
    @Nullable Long upTimeMs,
    List<Processor> processors,
    List<Space> memory,
    List<Space> disks,
    List<Network> networks,
    List<Long> delaysMs) {

  /** Shares of time in percent, 0 to 100. */
  public record Processor(
      @Nullable String id,
      @Nullable Double activePercent,
      @Nullable Double idlePercent,
      @Nullable Double privilegedPercent,
      @Nullable Double userPercent) {}

  /** Memory of a type or a disk partition, in bytes. */
  public record Space(
      @Nullable String name, @Nullable Long availableBytes, @Nullable Long totalBytes) {}

  /** Bytes are per second, the bandwidth is in bits per second. */
  public record Network(
      @Nullable Long sentBytes,
      @Nullable Long receivedBytes,
      @Nullable Long bandwidthBits,
      @Nullable Double utilizationPercent) {}
}
