package com.spokefleet.config;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fleet stays within one partition: all of its AWS regions, and all of its Genesys regions. */
final class PartitionCheck {
  private final Problems problems;

  PartitionCheck(Problems problems) {
    this.problems = problems;
  }

  void check(SectionValues fleet) {
    Expectation first = new Expectation();
    fleet
        .optional(FleetSection.HUB)
        .flatMap(hub -> hub.located(HubSection.AWS_REGION))
        .ifPresent(region -> first.require(region, Partition::ofAwsRegion));
    for (Located<SectionValues> spoke : fleet.optional(FleetSection.SPOKES).orElse(List.of())) {
      spoke
          .value()
          .located(SpokeSection.GENESYS_REGION)
          .ifPresent(region -> first.require(region, Partition::ofGenesysRegion));
      spoke
          .value()
          .located(SpokeSection.AWS_REGION)
          .ifPresent(region -> first.require(region, Partition::ofAwsRegion));
    }
  }

  /** The partition of the first region met, which all others must share. */
  private final class Expectation {
    private @Nullable Partition partition;
    private String path = "";

    <T> void require(Located<T> region, Function<T, Partition> partitionOf) {
      Partition found = partitionOf.apply(region.value());
      if (partition == null) {
        partition = found;
        path = region.path();
      } else if (found != partition) {
        problems.add(
            region,
            "is in partition %s but %s is in %s; a fleet stays within one partition"
                .formatted(found, path, partition));
      }
    }
  }
}
