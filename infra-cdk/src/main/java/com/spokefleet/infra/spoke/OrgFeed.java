package com.spokefleet.infra.spoke;

/** Where in the lake's bucket others put files for an org. */
public final class OrgFeed {
  private static final String INBOUND = "inbound/";

  private OrgFeed() {}

  /**
   * The folder of one org.
   *
   * @param org name of the spoke, or what stands for it in a policy
   */
  public static String folder(String org) {
    return INBOUND + org + "/";
  }
}
