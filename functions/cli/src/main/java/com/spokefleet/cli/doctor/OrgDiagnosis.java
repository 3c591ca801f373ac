package com.spokefleet.cli.doctor;

import com.spokefleet.genesys.configuration.CheckResult;
import java.util.List;

/** What was found out about one org. */
record OrgDiagnosis(String org, List<CheckResult> results) {
  /** Whether nothing needs a cure; what could not be found out counts as needing one. */
  boolean isHealthy() {
    return results.stream().allMatch(result -> result.status() == CheckResult.Status.OK);
  }
}
