package com.spokefleet.cli.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The executives' figures of all orgs in a window of UTC start days, both ends included. Totals
 * over orgs are sums of what is known; {@link #unknownOrgs} says how many are not in them.
 */
public record KpiReport(
    LocalDate from,
    LocalDate to,
    Duration threshold,
    Grouping grouping,
    Instant madeAt,
    List<OrgKpis> orgs) {

  /** The whole fleet; empty when no org is known. */
  public Optional<KpiTotals> fleet() {
    return orgs.stream().flatMap(org -> org.total().stream()).reduce(KpiTotals::plus);
  }

  /** Per group over all orgs; empty when groups of different orgs have nothing in common. */
  public SortedMap<String, KpiTotals> fleetGroups() {
    SortedMap<String, KpiTotals> sums = new TreeMap<>();
    if (grouping.isFleetWide()) {
      for (OrgKpis org : orgs) {
        org.groups().forEach((group, totals) -> sums.merge(group, totals, KpiTotals::plus));
      }
    }
    return sums;
  }

  public long unknownOrgs() {
    return orgs.stream().filter(org -> org.total().isEmpty()).count();
  }
}
