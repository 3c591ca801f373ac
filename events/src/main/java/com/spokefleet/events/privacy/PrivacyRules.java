package com.spokefleet.events.privacy;

import java.util.Map;

/**
 * How an organisation's fields are treated: customers' fields are removed unless a rule says
 * otherwise, everything else is kept. Of a metrics-only organisation staff's fields are hashed, and
 * of the others only those are kept that are known to be harmless, whatever the rules say.
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

  /**
   * How a field is treated.
   *
   * @param harmless what of its event may leave a metrics-only organisation
   */
  public Treatment of(String flatName, HarmlessFields harmless) {
    Personal personal = PersonalFields.of(flatName);
    if (metricsOnly) {
      return switch (personal) {
        case CUSTOMER -> Treatment.REMOVE;
        case STAFF -> Treatment.HASH;
        case NOBODY -> harmless.has(flatName) ? Treatment.KEEP : Treatment.REMOVE;
      };
    }
    Treatment usual = personal == Personal.CUSTOMER ? Treatment.REMOVE : Treatment.KEEP;
    return rules.getOrDefault(flatName, usual);
  }
}
