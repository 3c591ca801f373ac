package com.spokefleet.normalize.servicelevel;

import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.IntervalFigures;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an org's three switches can make of the denominator of Genesys' service level beside the
 * answered (help.mypurecloud.com, "Configure the service level calculation"). That excluding
 * abandons excludes the short ones with them, so that their switch then has no effect, is inferred.
 */
public enum ServiceLevelFormula {
  ALL_ABANDONS(false, true, true),
  LONG_ABANDONS(false, false, true),
  NO_ABANDONS(false, null, false),
  ALL_ABANDONS_AND_FLOW_OUTS(true, true, true),
  LONG_ABANDONS_AND_FLOW_OUTS(true, false, true),
  FLOW_OUTS_WITHOUT_ABANDONS(true, null, false);

  private final boolean includesFlowOuts;
  private final @Nullable Boolean includesShortAbandons;
  private final boolean includesAbandons;

  ServiceLevelFormula(
      boolean includesFlowOuts, @Nullable Boolean includesShortAbandons, boolean includesAbandons) {
    this.includesFlowOuts = includesFlowOuts;
    this.includesShortAbandons = includesShortAbandons;
    this.includesAbandons = includesAbandons;
  }

  public boolean includesFlowOuts() {
    return includesFlowOuts;
  }

  /** Null where the switch makes no difference. */
  public @Nullable Boolean includesShortAbandons() {
    return includesShortAbandons;
  }

  public boolean includesAbandons() {
    return includesAbandons;
  }

  long denominator(IntervalFigures figures) {
    long abandons =
        includesAbandons
            ? figures.count(AggregateMetric.ABANDON)
                - (Boolean.FALSE.equals(includesShortAbandons)
                    ? figures.count(AggregateMetric.SHORT_ABANDON)
                    : 0)
            : 0;
    return figures.count(AggregateMetric.ANSWERED)
        + abandons
        + (includesFlowOuts ? figures.count(AggregateMetric.FLOW_OUT) : 0);
  }

  /**
   * The formulas that give the denominator Genesys tells; all of them where it tells none, none
   * where no formula explains it.
   */
  static Set<ServiceLevelFormula> explaining(IntervalFigures figures) {
    IntervalFigures.ServiceLevelFigures told = figures.serviceLevel();
    Long denominator = told == null ? null : told.denominator();
    EnumSet<ServiceLevelFormula> explaining = EnumSet.allOf(ServiceLevelFormula.class);
    if (denominator != null) {
      explaining.removeIf(formula -> formula.denominator(figures) != denominator);
    }
    return explaining;
  }
}
