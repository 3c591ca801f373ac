package com.spokefleet.ingest.currency;

import com.spokefleet.normalize.currency.RevenueRows;
import com.spokefleet.normalize.currency.Sale;
import com.spokefleet.normalize.row.RevenueRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the revenue rows of one landing and remembers which wait for a rate. The rates are read
 * with the first sale.
 */
public final class LandingRevenue {
  private final Revenue revenue;
  private final SortedMap<LocalDate, Instant> pending = new TreeMap<>();
  private @Nullable RevenueRows rows;

  LandingRevenue(Revenue revenue) {
    this.revenue = revenue;
  }

  public List<RevenueRow> rows(Optional<Sale> sale) {
    if (sale.isEmpty()) {
      return List.of();
    }
    RevenueRows making = rows == null ? revenue.rows() : rows;
    rows = making;
    RevenueRow row = making.row(sale.get());
    revenue.count(row);
    if (making.isPending(row)) {
      pending.merge(
          row.startDay().day(), row.end(), (one, other) -> one.isBefore(other) ? one : other);
    }
    return List.of(row);
  }

  /** To be called once the rows are landed and before the landing counts as done. */
  public void landed() {
    revenue.owed().add(pending);
  }
}
