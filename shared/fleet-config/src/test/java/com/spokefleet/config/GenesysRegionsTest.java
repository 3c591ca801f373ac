package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GenesysRegionsTest {
  /** As documented: AWS region, domain, name in the user interface. */
  private static final String DOCUMENTED =
      """
      us-east-1 | mypurecloud.com | Americas (US East)
      us-east-2 | use2.us-gov-pure.cloud | Americas (US East 2), FedRAMP
      us-west-2 | usw2.pure.cloud | Americas (US West)
      ca-central-1 | cac1.pure.cloud | Americas (Canada)
      mx-central-1 | mxc1.pure.cloud | Americas (Mexico)
      sa-east-1 | sae1.pure.cloud | Americas (Sao Paulo)
      eu-west-1 | mypurecloud.ie | EMEA (Dublin)
      eu-west-2 | euw2.pure.cloud | EMEA (London)
      eu-central-1 | mypurecloud.de | EMEA (Frankfurt)
      eu-central-2 | euc2.pure.cloud | EMEA (Zurich)
      me-central-1 | mec1.pure.cloud | EMEA (UAE)
      eusc-de-east-1 | edee1.eusc-pure.cloud | EU sovereign
      ap-south-1 | aps1.pure.cloud | Asia Pacific (Mumbai)
      ap-southeast-1 | apse1.pure.cloud | Asia Pacific (Singapore)
      ap-southeast-2 | mypurecloud.com.au | Asia Pacific (Sydney)
      ap-northeast-1 | mypurecloud.jp | Asia Pacific (Tokyo)
      ap-northeast-2 | apne2.pure.cloud | Asia Pacific (Seoul)
      ap-northeast-3 | apne3.pure.cloud | Asia Pacific (Osaka)
      """;

  @Test
  void holdsAllDocumentedRegionsAndNoOther() {
    String ours =
        GenesysRegions.all().stream()
            .map(
                region ->
                    region.awsRegion() + " | " + region.domain() + " | " + region.displayName())
            .collect(Collectors.joining("\n", "", "\n"));

    assertThat(ours).isEqualTo(DOCUMENTED);
    assertThat(GenesysRegions.all()).hasSize(18);
  }

  @Test
  void findsARegionByAwsRegionAndByDomain() {
    for (GenesysRegion region : GenesysRegions.all()) {
      assertThat(GenesysRegions.find(region.awsRegion())).contains(region);
      assertThat(GenesysRegions.find(region.domain())).contains(region);
    }
    assertThat(GenesysRegions.names()).doesNotHaveDuplicates();
    assertThat(GenesysRegions.find("eu-central-9")).isEmpty();
  }

  @Test
  void derivesEveryHostFromTheDomain() {
    GenesysRegion frankfurt = GenesysRegions.find("eu-central-1").orElseThrow();

    assertThat(frankfurt.api()).isEqualTo(URI.create("https://api.mypurecloud.de"));
    assertThat(frankfurt.login()).isEqualTo(URI.create("https://login.mypurecloud.de"));
    assertThat(frankfurt.apps()).isEqualTo(URI.create("https://apps.mypurecloud.de"));
  }
}
