package com.spokefleet.cli.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import com.spokefleet.normalize.servicelevel.ServiceLevel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The service levels of all orgs side by side, as a person and as a script read them. */
public final class ServiceLevelTable {
  private final List<OrgServiceLevels> orgs;

  public ServiceLevelTable(List<OrgServiceLevels> orgs) {
    this.orgs = orgs;
  }

  /** Empty where no org's aggregates are known. */
  public List<String> lines() {
    if (orgs.stream().allMatch(org -> org.own().isEmpty())) {
      return List.of();
    }
    TextTable table =
        new TextTable(
            1,
            0,
            List.of("Service level", "Own target %", "Fleet's %", "In time", "Of", "By legs %"));
    for (OrgServiceLevels org : orgs) {
      table.row(row(org.name(), org.own(), org.standard(), org.standardOfLegs()));
    }
    table.rule();
    table.row(
        row(
            "All orgs",
            sum(OrgServiceLevels::own),
            sum(OrgServiceLevels::standard),
            sum(OrgServiceLevels::standardOfLegs)));
    return table.lines();
  }

  /** Per org: own, standard and standardOfLegs, each numerator and denominator or null. */
  public JsonNode json() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (OrgServiceLevels org : orgs) {
      ObjectNode node = array.addObject().put("orgId", org.orgId()).put("name", org.name());
      node.set("own", json(org.own()));
      node.set("standard", json(org.standard()));
      node.set("standardOfLegs", json(org.standardOfLegs()));
    }
    return array;
  }

  private static JsonNode json(Optional<ServiceLevel> level) {
    return level
        .<JsonNode>map(
            known ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("numerator", known.numerator())
                    .put("denominator", known.denominator()))
        .orElseGet(JsonNodeFactory.instance::nullNode);
  }

  /** Sums of what is known, never averages of percentages. */
  private Optional<ServiceLevel> sum(Function<OrgServiceLevels, Optional<ServiceLevel>> which) {
    return orgs.stream().flatMap(org -> which.apply(org).stream()).reduce(ServiceLevel::plus);
  }

  private static List<String> row(
      String name,
      Optional<ServiceLevel> own,
      Optional<ServiceLevel> standard,
      Optional<ServiceLevel> ofLegs) {
    return List.of(
        name,
        percent(own),
        percent(standard),
        count(standard, ServiceLevel::numerator),
        count(standard, ServiceLevel::denominator),
        percent(ofLegs));
  }

  private static String percent(Optional<ServiceLevel> level) {
    return Format.percent(level.map(ServiceLevel::ratio).orElse(OptionalDouble.empty()));
  }

  private static String count(Optional<ServiceLevel> level, Function<ServiceLevel, Long> which) {
    return level.map(known -> Format.count(which.apply(known))).orElse(Format.UNKNOWN);
  }
}
