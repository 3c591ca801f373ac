package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.config.AwsRegions;
import com.spokefleet.config.Partition;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/** Holds the table of fleet-config against what AWS itself lists. */
final class AwsRegionsTest {
  /** Partitions of secret clouds, where there is no Genesys Cloud. */
  private static final String SECRET = "aws-iso";

  @Test
  void fleetYamlTakesEveryRegionThatTheSdkKnowsAndNoOther() {
    assertThat(AwsRegions.all())
        .containsExactlyInAnyOrderElementsOf(
            Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .filter(region -> !partition(region).startsWith(SECRET))
                .map(Region::id)
                .toList());
  }

  @Test
  void eachIsInThePartitionThatTheSdkTells() {
    for (String region : AwsRegions.all()) {
      assertThat(Partition.ofAwsRegion(region).awsName())
          .as(region)
          .isEqualTo(partition(Region.of(region)));
    }
  }

  private static String partition(Region region) {
    return RegionMetadata.of(region).partition().id();
  }
}
