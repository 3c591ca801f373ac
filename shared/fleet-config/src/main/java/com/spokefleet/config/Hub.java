package com.spokefleet.config;

import java.util.List;
import java.util.Optional;

/**
 * Where the lake lives and who reads it.
 *
 * @param awsRegion AWS region of the lake
 * @param lakeBucket name of its bucket
 * @param awsAccount 12 digits; empty: the account of the deployment
 * @param readers who else may read tables, by unique names
 */
public record Hub(
    String awsRegion, String lakeBucket, Optional<String> awsAccount, List<LakeReader> readers) {
  public Hub {
    readers = List.copyOf(readers);
  }
}
