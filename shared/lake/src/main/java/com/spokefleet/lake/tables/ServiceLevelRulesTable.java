package com.spokefleet.lake.tables;

import static com.spokefleet.lake.table.ColumnType.BOOLEAN;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.row.ServiceLevelRuleRow;
import com.spokefleet.normalize.servicelevel.ServiceLevelFormula;
import com.spokefleet.normalize.servicelevel.ServiceLevelRule;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** The rules by which orgs work their own service levels out, and the way back from a row. */
public final class ServiceLevelRulesTable {
  public static final Table<ServiceLevelRuleRow> TABLE =
      Table.<ServiceLevelRuleRow>perOrg(
              "dim_service_level_rule",
              "One row per rule that an org's own service level was found to follow. Inferred: no"
                  + " API tells the org's three switches, so they are what explains the"
                  + " denominators Genesys tells (see docs/ARCHITECTURE.md). A changed switch"
                  + " rewrites the past: facts name the rule they were last read under.")
          .required("org_id", TEXT, "Genesys organisation id", ServiceLevelRuleRow::orgId)
          .required(
              "rule_id",
              TEXT,
              "joins queue_intervals.service_level_rule_id within an org; numbered in the order in"
                  + " which rules were noticed",
              ServiceLevelRuleRow::ruleId)
          .required(
              "valid_from",
              TIMESTAMP,
              "start of the earliest interval that was read under the rule",
              ServiceLevelRuleRow::validFrom)
          .required(
              "status",
              TEXT,
              "determined: one formula explains all figures; undetermined: several still do",
              ServiceLevelRuleRow::status)
          .optional(
              "include_flow_outs",
              BOOLEAN,
              "flow-outs count in the denominator; null while unknown",
              ServiceLevelRuleRow::includesFlowOuts)
          .optional(
              "include_short_abandons",
              BOOLEAN,
              "short abandons count; null while unknown, or without effect as no abandon counts",
              ServiceLevelRuleRow::includesShortAbandons)
          .optional(
              "include_abandons",
              BOOLEAN,
              "abandons count in the denominator; null while unknown",
              ServiceLevelRuleRow::includesAbandons)
          .required(
              "formulas",
              TEXT,
              "the formulas that explain all figures so far, comma-separated",
              ServiceLevelRuleRow::formulas)
          .keyedBy("rule_id", "org_id", "rule_id", "valid_from");

  private ServiceLevelRulesTable() {}

  /** The rule a row was made from. */
  public static ServiceLevelRule rule(Row row) {
    String id = row.text(TABLE.indexOf("rule_id"));
    Set<ServiceLevelFormula> formulas = EnumSet.noneOf(ServiceLevelFormula.class);
    try {
      for (String name : row.text(TABLE.indexOf("formulas")).split(",")) {
        formulas.add(ServiceLevelFormula.valueOf(name));
      }
      if (row.get(TABLE, "valid_from") instanceof Instant validFrom) {
        int number = Integer.parseInt(id.substring(id.indexOf('-') + 1));
        return new ServiceLevelRule(number, validFrom, formulas);
      }
    } catch (IllegalArgumentException malformed) {
      throw new RowException("Cannot read rule " + id + ": " + malformed.getMessage());
    }
    throw new RowException("Cannot read rule " + id + ": it has no valid_from");
  }
}
