package com.spokefleet.events.org;

import com.spokefleet.events.privacy.PrivacyRules;
import java.util.Map;

/**
 * An organisation whose events are transformed.
 *
 * @param orgId as in the name of its event source
 * @param name of the spoke in fleet.yaml; what metrics are split by
 * @param businessRegion such as EMEA
 */
public record EventOrg(String orgId, String name, String businessRegion, PrivacyRules privacy) {
  /** What is used for an organisation that is not configured: told apart, and fully masked. */
  public static EventOrg unknown() {
    return new EventOrg("", "unknown", "", PrivacyRules.strictest());
  }

  /** The same, treated as if it were configured and nothing were said of its fields. */
  public static EventOrg unknownButUsual() {
    return new EventOrg("", "unknown", "", new PrivacyRules(Map.of(), false));
  }
}
