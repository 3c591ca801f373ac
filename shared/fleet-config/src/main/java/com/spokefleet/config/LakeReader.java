package com.spokefleet.config;

import java.util.List;

/**
 * Who may read some tables of the lake and nothing else.
 *
 * @param trusts ARNs of the IAM roles and users that may become this reader; empty: it is an IAM
 *     user of its own, and then vpcEndpoints or addresses are not empty
 * @param tables names as fleet.yaml has them; whether the lake has such tables is not known here
 * @param access whether it reads files or asks Athena
 * @param vpcEndpoints ids of the VPC endpoints that it comes through
 * @param addresses networks in CIDR notation that it comes from
 */
public record LakeReader(
    String name,
    List<String> trusts,
    List<String> tables,
    ReaderAccess access,
    List<String> vpcEndpoints,
    List<String> addresses) {
  public LakeReader {
    trusts = List.copyOf(trusts);
    tables = List.copyOf(tables);
    vpcEndpoints = List.copyOf(vpcEndpoints);
    addresses = List.copyOf(addresses);
  }

  /** Whether it is an IAM user, for nobody else may become it. */
  public boolean isUser() {
    return trusts.isEmpty();
  }
}
