package com.spokefleet.cli.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * The report as a script reads it: sums and counts with the ratios beside them, null for unknown.
 */
public final class KpiJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private KpiJson() {}

  public static ObjectNode of(KpiReport report) {
    ObjectNode json = NODES.objectNode();
    json.put("from", report.from().toString());
    json.put("to", report.to().toString());
    json.put("thresholdMs", report.threshold().toMillis());
    json.put("madeAt", report.madeAt().toString());
    ObjectNode formulas = json.putObject("formulas");
    for (Kpi kpi : Kpi.values()) {
      formulas.put(kpi.jsonName(), kpi.formula());
    }
    for (OrgKpis org : report.orgs()) {
      json.withArray("orgs").add(of(org, report.grouping()));
    }
    ObjectNode fleet = json.putObject("fleet");
    fleet.put("unknownOrgs", report.unknownOrgs());
    fleet.set("figures", figures(report.fleet()));
    if (report.grouping().isFleetWide()) {
      fleet.set("groups", groups(report.fleetGroups()));
    }
    return json;
  }

  private static ObjectNode of(OrgKpis org, Grouping grouping) {
    ObjectNode json = NODES.objectNode();
    json.put("orgId", org.orgId());
    json.put("name", org.name());
    json.put("metricsOnly", org.metricsOnly());
    json.put("daysAsked", org.status().daysAsked());
    json.put("settledDays", org.status().settledDays());
    json.put("provisionalDays", org.status().provisionalDays());
    json.put("readUpTo", org.status().readUpTo().map(Instant::toString).orElse(null));
    json.set("figures", figures(org.total()));
    if (grouping != Grouping.ORG) {
      json.set("groups", groups(org.groups()));
    }
    return json;
  }

  private static ObjectNode groups(SortedMap<String, KpiTotals> groups) {
    ObjectNode json = NODES.objectNode();
    groups.forEach((group, totals) -> json.set(group, figures(Optional.of(totals))));
    return json;
  }

  private static JsonNode figures(Optional<KpiTotals> known) {
    if (known.isEmpty()) {
      return NODES.nullNode();
    }
    KpiTotals totals = known.get();
    ObjectNode json = NODES.objectNode();
    json.put("contacts", totals.contacts());
    json.put("offered", totals.offered());
    json.put("answered", totals.answered());
    json.put("answeredInTime", totals.answeredInTime());
    json.put("abandoned", totals.abandoned());
    json.put("answerWaitMs", totals.answerWaitMs());
    json.put("handled", totals.handled());
    json.put("handleMs", totals.handleMs());
    json.put("heldLegs", totals.heldLegs());
    json.put("heldMs", totals.heldMs());
    json.put("acwLegs", totals.acwLegs());
    json.put("acwMs", totals.acwMs());
    json.put("transferred", totals.transferred());
    for (Kpi kpi : Kpi.values()) {
      if (kpi.unit() != Kpi.Unit.COUNT) {
        OptionalDouble value = kpi.value(totals);
        json.put(kpi.jsonName(), value.isPresent() ? value.getAsDouble() : null);
      }
    }
    return json;
  }
}
