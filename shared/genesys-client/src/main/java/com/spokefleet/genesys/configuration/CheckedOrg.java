package com.spokefleet.genesys.configuration;

import com.spokefleet.config.Poll;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What fleet.yaml claims about an org, to be compared with the org itself.
 *
 * @param orgId empty where nothing is claimed and the org that answers is meant, whichever it is
 * @param region named in remedies, because a client works in its own region only
 * @param polls what else the org must let us read
 */
public record CheckedOrg(
    String name, Optional<String> orgId, String region, Residency residency, Set<Poll> polls) {
  public CheckedOrg {
    polls = Collections.unmodifiableSet(new LinkedHashSet<>(polls));
  }

  public static CheckedOrg of(Spoke spoke) {
    return new CheckedOrg(
        spoke.name(),
        Optional.of(spoke.orgId()),
        spoke.genesysRegion().awsRegion(),
        spoke.residency(),
        spoke.polls());
  }
}
