package com.spokefleet.cli.kpi;

import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.RevenueTable;
import com.spokefleet.normalize.row.RevenueRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up the lake's revenue per org. */
public final class RevenueReader {
  private final LakeReader lake;

  public RevenueReader(LakeReader lake) {
    this.lake = lake;
  }

  public RevenueReport read(Window window) {
    Map<String, String> names = new HashMap<>();
    lake.forEach(
        OrgsTable.TABLE,
        row ->
            names.put(
                row.text(OrgsTable.TABLE.indexOf("org_id")),
                row.text(OrgsTable.TABLE.indexOf("spoke_name"))));
    SortedMap<String, Tally> tallies = new TreeMap<>();
    for (Partition partition : lake.partitions(RevenueTable.TABLE)) {
      if (partition.day().filter(window::contains).isPresent()) {
        String org = names.getOrDefault(partition.orgId(), partition.orgId());
        Tally tally = tallies.computeIfAbsent(org, _ -> new Tally());
        lake.forEach(RevenueTable.TABLE, partition, tally::add);
      }
    }
    SortedMap<String, OrgRevenue> orgs = new TreeMap<>();
    tallies.forEach((org, tally) -> orgs.put(org, tally.revenue()));
    return new RevenueReport(
        orgs, tallies.values().stream().flatMap(tally -> tally.currency.stream()).findFirst());
  }

  private static final class Tally {
    private final SortedMap<String, BigDecimal> told = new TreeMap<>();
    private final SortedMap<String, BigDecimal> unconverted = new TreeMap<>();
    private BigDecimal converted = BigDecimal.ZERO;
    private long sales;
    private long unconvertedSales;
    private Optional<String> currency = Optional.empty();

    void add(Row row) {
      RevenueRow sale = RevenueTable.record(row);
      currency = Optional.of(sale.fleetCurrency());
      sales++;
      BigDecimal amountConverted = sale.amountConverted();
      if (amountConverted == null) {
        unconvertedSales++;
        add(unconverted, sale);
      } else {
        converted = converted.add(amountConverted);
      }
      add(told, sale);
    }

    private static void add(SortedMap<String, BigDecimal> sums, RevenueRow sale) {
      BigDecimal amount = sale.amount();
      String code = sale.currency();
      if (amount != null && code != null) {
        sums.merge(code, amount, BigDecimal::add);
      }
    }

    OrgRevenue revenue() {
      return new OrgRevenue(told, unconverted, converted, sales, unconvertedSales);
    }
  }
}
