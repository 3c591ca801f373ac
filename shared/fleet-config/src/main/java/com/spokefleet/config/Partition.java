package com.spokefleet.config;

/**
 * A cloud apart from the others: identities, endpoints and the law end at its border, so a fleet
 * stays within one.
 */
public enum Partition {
  COMMERCIAL("aws"),
  /** AWS GovCloud and the Genesys region for the US government. */
  US_GOVERNMENT("aws-us-gov"),
  /** The AWS European Sovereign Cloud and the Genesys region in it. */
  EU_SOVEREIGN("aws-eusc"),
  CHINA("aws-cn");

  private final String awsName;

  Partition(String awsName) {
    this.awsName = awsName;
  }

  /** As the second part of an ARN has it. */
  public String awsName() {
    return awsName;
  }

  /** Partition of an AWS region, told by its prefix as AWS itself does. */
  public static Partition ofAwsRegion(String awsRegion) {
    if (awsRegion.startsWith("us-gov-")) {
      return US_GOVERNMENT;
    }
    if (awsRegion.startsWith("eusc-")) {
      return EU_SOVEREIGN;
    }
    return awsRegion.startsWith("cn-") ? CHINA : COMMERCIAL;
  }

  /** Partition of a Genesys region; its domain tells, for FedRAMP runs in AWS region us-east-2. */
  public static Partition ofGenesysRegion(GenesysRegion region) {
    return region.domain().endsWith(".us-gov-pure.cloud")
        ? US_GOVERNMENT
        : ofAwsRegion(region.awsRegion());
  }
}
