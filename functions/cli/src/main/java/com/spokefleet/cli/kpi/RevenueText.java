package com.spokefleet.cli.kpi;

import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Revenue as a person reads it; no line at all where no org has any. */
public final class RevenueText {
  private final RevenueReport report;

  public RevenueText(RevenueReport report) {
    this.report = report;
  }

  public List<String> lines() {
    if (report.orgs().isEmpty()) {
      return List.of();
    }
    String fleet = report.fleetCurrency().orElse(Format.UNKNOWN);
    TextTable table = new TextTable(1, 1, List.of("Org", "Sales", fleet, "Unconverted", "As told"));
    report.orgs().forEach((org, revenue) -> table.row(cells(org, revenue)));
    table.rule();
    table.row(cells("All orgs", report.fleet()));
    List<String> lines = new ArrayList<>();
    lines.add("Revenue");
    lines.add("");
    lines.addAll(table.lines());
    return lines;
  }

  private static List<String> cells(String org, OrgRevenue revenue) {
    return List.of(
        org,
        Format.count(revenue.sales()),
        money(revenue.converted()),
        revenue.sales() == 0 ? Format.UNKNOWN : Format.percent(unconvertedShare(revenue)),
        currencies(revenue.told()));
  }

  /** Of sales, for amounts of different currencies cannot be compared without a rate. */
  private static OptionalDouble unconvertedShare(OrgRevenue revenue) {
    return OptionalDouble.of((double) revenue.unconvertedSales() / revenue.sales());
  }

  private static String currencies(SortedMap<String, BigDecimal> sums) {
    return sums.entrySet().stream()
        .map(sum -> sum.getKey() + " " + money(sum.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String money(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN));
  }
}
