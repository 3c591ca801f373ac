package com.spokefleet.normalize.edge;

import com.spokefleet.normalize.edge.EdgeMeasurement.Network;
import com.spokefleet.normalize.edge.EdgeMeasurement.Processor;
import com.spokefleet.normalize.edge.EdgeMeasurement.Space;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a measurement into its row. What was not measured is null, never 0; no share is worked out,
 * so a total of 0 (an Edge without virtual memory) divides nothing.
 */
public final class EdgeMetricsNormalizer {
  private static final String TOTAL = "total";

  private final String orgId;

  public EdgeMetricsNormalizer(String orgId) {
    this.orgId = orgId;
  }

  public EdgeMetricsRow normalize(EdgeMeasurement measured) {
    Optional<Processor> total = total(measured.processors());
    Optional<Space> physical = memory(measured, "physical");
    Optional<Space> virtual = memory(measured, "virtual");
    Optional<Space> fullest = fullest(measured.disks());
    return new EdgeMetricsRow(
        orgId,
        measurementId(measured),
        measured.edgeId(),
        LocalDate.ofInstant(measured.observedAt(), ZoneOffset.UTC),
        measured.observedAt(),
        measured.edgeName(),
        measured.upTimeMs(),
        measured.processors().stream().filter(processor -> !TOTAL.equals(processor.id())).count(),
        total.map(Processor::activePercent).orElse(null),
        total.map(Processor::idlePercent).orElse(null),
        total.map(Processor::privilegedPercent).orElse(null),
        total.map(Processor::userPercent).orElse(null),
        physical.map(Space::availableBytes).orElse(null),
        physical.map(Space::totalBytes).orElse(null),
        virtual.map(Space::availableBytes).orElse(null),
        virtual.map(Space::totalBytes).orElse(null),
        measured.disks().size(),
        sum(measured.disks(), Space::availableBytes),
        sum(measured.disks(), Space::totalBytes),
        fullest.map(Space::name).orElse(null),
        fullest.map(Space::availableBytes).orElse(null),
        fullest.map(Space::totalBytes).orElse(null),
        measured.networks().size(),
        sum(measured.networks(), Network::sentBytes),
        sum(measured.networks(), Network::receivedBytes),
        sum(measured.networks(), Network::bandwidthBits),
        highest(measured.networks(), Network::utilizationPercent),
        highest(measured.delaysMs(), delay -> delay));
  }

  /** Names a measurement for ever: its Edge and its moment. Sorts by Edge, then by time. */
  static String measurementId(EdgeMeasurement measured) {
    return measured.edgeId() + "/" + "%020d".formatted(measured.observedAt().toEpochMilli());
  }

  /** The row named total; a single processor is its own total. */
  private static Optional<Processor> total(List<Processor> processors) {
    return processors.stream()
        .filter(processor -> TOTAL.equals(processor.id()))
        .findFirst()
        .or(() -> processors.size() == 1 ? Optional.of(processors.getFirst()) : Optional.empty());
  }

  private static Optional<Space> memory(EdgeMeasurement measured, String type) {
    return measured.memory().stream().filter(space -> type.equals(space.name())).findFirst();
  }

  /** The disk with the smallest part available; one without any room at all is none. */
  private static Optional<Space> fullest(List<Space> disks) {
    return disks.stream()
        .filter(disk -> disk.availableBytes() != null)
        .filter(disk -> disk.totalBytes() != null && disk.totalBytes() > 0)
        .min(
            Comparator.comparingDouble(EdgeMetricsNormalizer::availableShare)
                .thenComparing(disk -> String.valueOf(disk.name())));
  }

  private static double availableShare(Space disk) {
    return (double) Objects.requireNonNull(disk.availableBytes())
        / Objects.requireNonNull(disk.totalBytes());
  }

  private static <T> @Nullable Long sum(List<T> parts, Function<T, @Nullable Long> figure) {
    Long sum = null;
    for (T part : parts) {
      Long value = figure.apply(part);
      if (value != null) {
        sum = sum == null ? value : Long.valueOf(sum + value);
      }
    }
    return sum;
  }

  private static <T, N extends Comparable<N>> @Nullable N highest(
      List<T> parts, Function<T, @Nullable N> figure) {
    N highest = null;
    for (T part : parts) {
      N value = figure.apply(part);
      if (value != null && (highest == null || value.compareTo(highest) > 0)) {
        highest = value;
      }
    }
    return highest;
  }
}
