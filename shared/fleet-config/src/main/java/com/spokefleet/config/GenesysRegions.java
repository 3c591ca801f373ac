package com.spokefleet.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All regions of Genesys Cloud. Our own table, because the region list of the Genesys SDK for Java
 * (198.1) lacks Mexico, Singapore and the EU sovereign cloud.
 */
public final class GenesysRegions {
  private static final List<GenesysRegion> ALL =
      List.of(
          new GenesysRegion("us-east-1", "mypurecloud.com", "Americas (US East)"),
          new GenesysRegion("us-east-2", "use2.us-gov-pure.cloud", "Americas (US East 2), FedRAMP"),
          new GenesysRegion("us-west-2", "usw2.pure.cloud", "Americas (US West)"),
          new GenesysRegion("ca-central-1", "cac1.pure.cloud", "Americas (Canada)"),
          new GenesysRegion("mx-central-1", "mxc1.pure.cloud", "Americas (Mexico)"),
          new GenesysRegion("sa-east-1", "sae1.pure.cloud", "Americas (Sao Paulo)"),
          new GenesysRegion("eu-west-1", "mypurecloud.ie", "EMEA (Dublin)"),
          new GenesysRegion("eu-west-2", "euw2.pure.cloud", "EMEA (London)"),
          new GenesysRegion("eu-central-1", "mypurecloud.de", "EMEA (Frankfurt)"),
          new GenesysRegion("eu-central-2", "euc2.pure.cloud", "EMEA (Zurich)"),
          new GenesysRegion("me-central-1", "mec1.pure.cloud", "EMEA (UAE)"),
          new GenesysRegion("eusc-de-east-1", "edee1.eusc-pure.cloud", "EU sovereign"),
          new GenesysRegion("ap-south-1", "aps1.pure.cloud", "Asia Pacific (Mumbai)"),
          new GenesysRegion("ap-southeast-1", "apse1.pure.cloud", "Asia Pacific (Singapore)"),
          new GenesysRegion("ap-southeast-2", "mypurecloud.com.au", "Asia Pacific (Sydney)"),
          new GenesysRegion("ap-northeast-1", "mypurecloud.jp", "Asia Pacific (Tokyo)"),
          new GenesysRegion("ap-northeast-2", "apne2.pure.cloud", "Asia Pacific (Seoul)"),
          new GenesysRegion("ap-northeast-3", "apne3.pure.cloud", "Asia Pacific (Osaka)"));

  private GenesysRegions() {}

  public static List<GenesysRegion> all() {
    return ALL;
  }

  /**
   * Finds a region by AWS region name ({@code eu-central-1}) or domain ({@code mypurecloud.de}).
   */
  public static Optional<GenesysRegion> find(String awsRegionOrDomain) {
    return ALL.stream()
        .filter(
            region ->
                region.awsRegion().equals(awsRegionOrDomain)
                    || region.domain().equals(awsRegionOrDomain))
        .findFirst();
  }

  /** Every name that {@link #find} knows: AWS region names, then domains. */
  static List<String> names() {
    return Stream.concat(
            ALL.stream().map(GenesysRegion::awsRegion), ALL.stream().map(GenesysRegion::domain))
        .toList();
  }
}
