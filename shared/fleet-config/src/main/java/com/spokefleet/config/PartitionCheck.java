package com.spokefleet.config;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fleet stays within one partition: all of its AWS regions do, and all of its Genesys regions.
 * The two must match, save that Genesys' region for the US government runs in commercial AWS, so
 * that its fleet may live there or in GovCloud.
 */
final class PartitionCheck {
  private final Problems problems;

  PartitionCheck(Problems problems) {
    this.problems = problems;
  }

  void check(SectionValues fleet) {
    Expectation aws = new Expectation();
    Expectation genesys = new Expectation();
    fleet
        .optional(FleetSection.HUB)
        .flatMap(hub -> hub.located(HubSection.AWS_REGION))
        .ifPresent(region -> aws.require(region, Partition::ofAwsRegion));
    for (Located<SectionValues> spoke : fleet.optional(FleetSection.SPOKES).orElse(List.of())) {
      spoke
          .value()
          .located(SpokeSection.GENESYS_REGION)
          .ifPresent(region -> genesys.require(region, Partition::ofGenesysRegion));
      spoke
          .value()
          .located(SpokeSection.AWS_REGION)
          .ifPresent(region -> aws.require(region, Partition::ofAwsRegion));
    }
    if (genesys.partition != Partition.US_GOVERNMENT) {
      aws.requireSame(genesys);
    }
  }

  /** The partition of the first region met, which all others must share. */
  private final class Expectation {
    private @Nullable Partition partition;
    private @Nullable Located<?> region;
    private String path = "";

    <T> void require(Located<T> found, Function<T, Partition> partitionOf) {
      require(found, partitionOf.apply(found.value()));
    }

    void requireSame(Expectation other) {
      if (other.region != null && other.partition != null) {
        require(other.region, other.partition);
      }
    }

    private void require(Located<?> at, Partition found) {
      if (partition == null) {
        partition = found;
        region = at;
        path = at.path();
      } else if (found != partition) {
        problems.add(
            at,
            "is in partition %s but %s is in %s; a fleet stays within one partition"
                .formatted(found, path, partition));
      }
    }
  }
}
