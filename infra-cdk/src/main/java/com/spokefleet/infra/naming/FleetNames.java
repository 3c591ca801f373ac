package com.spokefleet.infra.naming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awscdk.Stack;

/**
 * Names of the fleet's resources in the hub: {@code spokefleet-<fleet>-<part>}.
 *
 * @param fleet name of the fleet, as in fleet.yaml
 */
public record FleetNames(String fleet) {
  private static final String PRODUCT = "spokefleet";
  private static final int DIGEST = 6;

  // No colons in these: they stand in variables of policies.

  /** Tag that says which fleet something belongs to; also of roles, where policies ask for it. */
  public static final String FLEET_TAG = PRODUCT + "-fleet";

  /** Tag that says which org something belongs to, by the spoke's name. */
  public static final String ORG_TAG = PRODUCT + "-org";

  /** Tag that says whose data a role may write. */
  public static final String ORG_ID_TAG = PRODUCT + "-org-id";

  /** Tag that says whether details of an org may leave it. */
  public static final String RESIDENCY_TAG = PRODUCT + "-residency";

  public String of(String part) {
    return PRODUCT + "-" + fleet + "-" + part;
  }

  /** The bus that is told of landed partitions. */
  public String bus() {
    return PRODUCT + "-" + fleet;
  }

  /** Glue allows no hyphens. */
  public String database() {
    return bus().replace('-', '_');
  }

  public String workgroup() {
    return bus();
  }

  public OrgNames org(String name) {
    return new OrgNames(this, name);
  }

  /** Role or user, and policy, of a reader of the lake. */
  public String reader(String name) {
    return limited(of("reader-" + name), 64);
  }

  /** Unique over all of AWS, so account and region of the stack are part of it. */
  public String hubBucket(String part, Stack stack) {
    return org("hub").bucket(part, stack);
  }

  static String limited(String name, int limit) {
    if (name.length() <= limit) {
      return name;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return name.substring(0, limit - DIGEST - 1)
          + "-"
          + HexFormat.of().formatHex(digest).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Cannot shorten names without SHA-256", missing);
    }
  }
}
