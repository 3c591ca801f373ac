package com.spokefleet.normalize.row;

import com.spokefleet.normalize.servicelevel.ServiceLevelFormula;
import com.spokefleet.normalize.servicelevel.ServiceLevelRule;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which an org's Genesys works service levels out.
 *
 * @param includesFlowOuts null while it is not known
 * @param formulas all that are still possible, comma-separated
 */
public record ServiceLevelRuleRow(
    String orgId,
    String ruleId,
    Instant validFrom,
    String status,
    @Nullable Boolean includesFlowOuts,
    @Nullable Boolean includesShortAbandons,
    @Nullable Boolean includesAbandons,
    String formulas) {

  public static ServiceLevelRuleRow of(String orgId, ServiceLevelRule rule) {
    return new ServiceLevelRuleRow(
        orgId,
        rule.id(),
        rule.validFrom(),
        rule.isDetermined() ? "determined" : "undetermined",
        rule.agreed(ServiceLevelFormula::includesFlowOuts),
        rule.agreed(ServiceLevelFormula::includesShortAbandons),
        rule.agreed(ServiceLevelFormula::includesAbandons),
        rule.formulas().stream().map(ServiceLevelFormula::name).collect(Collectors.joining(",")));
  }
}
