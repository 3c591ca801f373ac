package com.spokefleet.cli.onboard;

import com.spokefleet.genesys.configuration.CheckResult;
import com.spokefleet.genesys.configuration.OrganizationObject;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about the Genesys side of an org.
 *
 * @param organization who it is; empty if nobody answered
 * @param eventSource the partner event source of its integration, if that feeds the right place
 * @param notes worth knowing, and no reason to stop
 */
record Findings(
    Optional<OrganizationObject> organization,
    List<CheckResult> checks,
    List<TopicState> topics,
    Optional<String> eventSource,
    List<String> notes) {
  Findings {
    checks = List.copyOf(checks);
    topics = List.copyOf(topics);
    notes = List.copyOf(notes);
  }

  /** Whether nothing needs a cure; what could not be found out counts as needing one. */
  boolean isHealthy() {
    return checks.stream().allMatch(check -> check.status() == CheckResult.Status.OK);
  }
}
