package com.spokefleet.cli.kpi;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all orgs earned in a window of start days.
 *
 * @param orgs by name; only those of which revenue is known
 * @param fleetCurrency ISO 4217 code of what was converted; empty where no org has revenue
 */
public record RevenueReport(SortedMap<String, OrgRevenue> orgs, Optional<String> fleetCurrency) {
  public RevenueReport {
    orgs = new TreeMap<>(orgs);
  }

  public OrgRevenue fleet() {
    return orgs.values().stream().reduce(OrgRevenue.NONE, OrgRevenue::plus);
  }
}
