package com.spokefleet.config;

import java.util.List;

/**
 * The AWS regions a fleet can be deployed to, of all partitions that Genesys Cloud can send events
 * to. Our own table, so that a misspelt region is told where it stands and not by a stack that
 * cannot be made; a region that AWS opens later is added here, and a test against AWS' SDK tells
 * when.
 */
public final class AwsRegions {
  private static final List<String> ALL =
      List.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "ca-central-1",
          "ca-west-1",
          "mx-central-1",
          "sa-east-1",
          "eu-central-1",
          "eu-central-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "il-central-1",
          "me-central-1",
          "me-south-1",
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-south-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "us-gov-east-1",
          "us-gov-west-1",
          "eusc-de-east-1",
          "cn-north-1",
          "cn-northwest-1");

  private AwsRegions() {}

  /** Names such as eu-central-1. */
  public static List<String> all() {
    return ALL;
  }
}
