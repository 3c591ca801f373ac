package com.spokefleet.genesys.configuration;

import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;

/**
 * What fleet.yaml claims about an org, to be compared with the org itself.
 *
 * @param region named in remedies, because a client works in its own region only
 */
public record CheckedOrg(String name, String orgId, String region, Residency residency) {
  public static CheckedOrg of(Spoke spoke) {
    return new CheckedOrg(
        spoke.name(), spoke.orgId(), spoke.genesysRegion().awsRegion(), spoke.residency());
  }
}
