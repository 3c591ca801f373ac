package com.spokefleet.infra.naming;

import com.spokefleet.config.Fleet;
import software.amazon.awscdk.Stack;

/** The hub's resources as seen from another stack, region or account: by name alone. */
public final class HubArns {
  private final String partition;
  private final String region;
  private final String account;
  private final String bucket;
  private final FleetNames names;

  /**
   * @param from the stack that refers to them; its account is the hub's if fleet.yaml names none
   */
  public HubArns(Fleet fleet, Stack from) {
    this.partition = from.getPartition();
    this.region = fleet.hub().awsRegion();
    this.account = fleet.hub().awsAccount().orElse(from.getAccount());
    this.bucket = fleet.hub().lakeBucket();
    this.names = new FleetNames(fleet.name());
  }

  public String lake() {
    return "arn:" + partition + ":s3:::" + bucket;
  }

  /** Objects of the lake under a prefix, which may hold wildcards. */
  public String lakeObjects(String prefix) {
    return lake() + "/" + prefix;
  }

  public String bus() {
    return "arn:%s:events:%s:%s:event-bus/%s".formatted(partition, region, account, names.bus());
  }

  /** Any key of the hub; a policy narrows it by what it is used for. */
  public String keys() {
    return "arn:%s:kms:%s:%s:key/*".formatted(partition, region, account);
  }

  /** The service through which the lake's key may be used. */
  public String storageService() {
    return "s3." + region + ".amazonaws.com";
  }
}
