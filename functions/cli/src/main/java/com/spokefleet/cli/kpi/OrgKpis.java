package com.spokefleet.cli.kpi;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One org's figures.
 *
 * @param metricsOnly whether no record of a conversation may leave the org
 * @param total empty when nothing is known of the org, which is not the same as zero
 * @param groups totals per group (queue, medium or day); empty for {@link Grouping#ORG}
 */
public record OrgKpis(
    String orgId,
    String name,
    boolean metricsOnly,
    Optional<KpiTotals> total,
    SortedMap<String, KpiTotals> groups,
    DataStatus status) {

  String statusText(Instant now) {
    return metricsOnly ? "metrics-only: aggregates" : status.text(now);
  }
}
