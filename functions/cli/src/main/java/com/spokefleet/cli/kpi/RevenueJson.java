package com.spokefleet.cli.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.SortedMap;

/** Revenue as a script reads it: amounts are texts, for a JSON number loses their last digits. */
public final class RevenueJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RevenueJson() {}

  public static JsonNode of(RevenueReport report) {
    ObjectNode json = NODES.objectNode();
    json.put("fleetCurrency", report.fleetCurrency().orElse(null));
    ObjectNode orgs = json.putObject("orgs");
    report.orgs().forEach((org, revenue) -> orgs.set(org, of(revenue)));
    json.set("fleet", of(report.fleet()));
    return json;
  }

  private static ObjectNode of(OrgRevenue revenue) {
    ObjectNode json = NODES.objectNode();
    json.put("sales", revenue.sales());
    json.put("unconvertedSales", revenue.unconvertedSales());
    json.put("converted", revenue.converted().toPlainString());
    json.set("told", of(revenue.told()));
    json.set("unconverted", of(revenue.unconverted()));
    return json;
  }

  private static ObjectNode of(SortedMap<String, BigDecimal> sums) {
    ObjectNode json = NODES.objectNode();
    sums.forEach((currency, amount) -> json.put(currency, amount.toPlainString()));
    return json;
  }
}
