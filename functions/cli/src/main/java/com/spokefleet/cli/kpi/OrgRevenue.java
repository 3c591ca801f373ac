package com.spokefleet.cli.kpi;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one org's conversations earned: sums per currency as told, and what of it is in the fleet's.
 * Figures add up.
 *
 * @param told per ISO 4217 code; what is no amount or in no currency is not in it
 * @param unconverted that part of it which has no counterpart in the fleet's currency
 * @param converted in the fleet's currency
 * @param sales conversations with revenue, those with an unusable amount included
 * @param unconvertedSales those of them that are not in {@code converted}
 */
public record OrgRevenue(
    SortedMap<String, BigDecimal> told,
    SortedMap<String, BigDecimal> unconverted,
    BigDecimal converted,
    long sales,
    long unconvertedSales) {
  public static final OrgRevenue NONE =
      new OrgRevenue(new TreeMap<>(), new TreeMap<>(), BigDecimal.ZERO, 0, 0);

  public OrgRevenue plus(OrgRevenue other) {
    return new OrgRevenue(
        sum(told, other.told),
        sum(unconverted, other.unconverted),
        converted.add(other.converted),
        sales + other.sales,
        unconvertedSales + other.unconvertedSales);
  }

  private static SortedMap<String, BigDecimal> sum(
      SortedMap<String, BigDecimal> one, SortedMap<String, BigDecimal> other) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>(one);
    other.forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add));
    return sums;
  }
}
