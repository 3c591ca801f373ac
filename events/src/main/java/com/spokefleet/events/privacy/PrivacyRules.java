package com.spokefleet.events.privacy;

import java.util.Map;

/**
 * How an organisation's fields are treated: customers' fields are removed unless a rule says
 * otherwise, everything else is kept. Of a metrics-only organisation customers' fields are removed
 * and staff's hashed, whatever the rules say.
 *
 * @param rules by flat name, as fleet.yaml gives them
 * @param metricsOnly whether no person of the organisation may be told of
 */
public record PrivacyRules(Map<String, Treatment> rules, boolean metricsOnly) {
  public PrivacyRules {
    rules = Map.copyOf(rules);
  }

  /** For an organisation nobody configured: nothing is known to be allowed. */
  public static PrivacyRules strictest() {
    return new PrivacyRules(Map.of(), true);
  }

  public Treatment of(String flatName) {
    Personal personal = PersonalFields.of(flatName);
    if (metricsOnly && personal != Personal.NOBODY) {
      return personal == Personal.CUSTOMER ? Treatment.REMOVE : Treatment.HASH;
    }
    Treatment usual = personal == Personal.CUSTOMER ? Treatment.REMOVE : Treatment.KEEP;
    return rules.getOrDefault(flatName, usual);
  }

  /** Whether any value can be hashed, so that a key is needed. */
  public boolean hashes() {
    return metricsOnly || rules.containsValue(Treatment.HASH);
  }
}
