package com.spokefleet.infra.naming;

import software.amazon.awscdk.Stack;

/**
 * Names of one org's resources: {@code spokefleet-<fleet>-<org>-<part>}. A name that is longer than
 * a service allows is cut and ends in a digest of the whole, so that it is the same every time and
 * nobody else's.
 *
 * @param fleet name of the fleet
 * @param org name of the spoke
 */
public record OrgNames(FleetNames fleet, String org) {
  /** What most services allow. */
  private static final int USUAL = 64;

  private static final int ARCHIVE = 48;
  private static final int BUCKET = 63;

  /** Digits of an account, which is not known here if the deployment decides it. */
  private static final int ACCOUNT = 12;

  /** Stack, and the beginning of all other names. */
  public String stack() {
    return fleet.of(org);
  }

  /** A role, function, queue, stream or rule. */
  public String of(String part) {
    return FleetNames.limited(stack() + "-" + part, USUAL);
  }

  /** Unique over all of AWS, so account and region of the stack are part of it. */
  public String bucket(String part, Stack stack) {
    int rest = BUCKET - 2 - ACCOUNT - stack.getRegion().length();
    return FleetNames.limited(stack() + "-" + part, rest)
        + "-"
        + stack.getAccount()
        + "-"
        + stack.getRegion();
  }

  /** Alarms may be called at length. */
  public String alarm(String part) {
    return stack() + "-" + part;
  }

  public String archive() {
    return FleetNames.limited(stack(), ARCHIVE);
  }
}
