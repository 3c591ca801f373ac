package com.spokefleet.lake.partition;

import com.spokefleet.lake.table.ColumnType;
import com.spokefleet.lake.table.KeyOrder;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of one table. A table can be merged as a stream only if its files, sorted by the full
 * key, are also sorted by unit: within an org the unit must lead the key.
 */
final class TableUnits {
  static final String ORG_COLUMN = "org_id";

  private final Table<?> table;
  private final int unitColumn;
  private final KeyOrder order;
  private final RowEncoder encoder;

  TableUnits(Table<?> table) {
    requireLeadingUnit(table);
    this.table = table;
    this.unitColumn = table.indexOf(table.unit());
    this.order = new KeyOrder(table);
    this.encoder = new RowEncoder(table);
  }

  Table<?> table() {
    return table;
  }

  String name() {
    return table.name();
  }

  String unitOf(Row row) {
    return row.text(unitColumn);
  }

  /** The unit's rows in key order, encoded; a row that does not belong is a RowException. */
  byte[] encode(String unit, List<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(order);
    for (int index = 0; index < sorted.size(); index++) {
      Row row = sorted.get(index);
      if (!unitOf(row).equals(unit)) {
        throw new RowException(
            "Cannot put unit %s of %s: it has a row of unit %s"
                .formatted(unit, table.name(), unitOf(row)));
      }
      if (index > 0 && order.compare(sorted.get(index - 1), row) == 0) {
        throw new RowException(
            "Cannot put unit %s of %s: two rows have the key %s"
                .formatted(unit, table.name(), order.describe(row)));
      }
    }
    return encoder.encode(sorted);
  }

  private static void requireLeadingUnit(Table<?> table) {
    int position = table.key().indexOf(table.unit());
    boolean leads = position == 0 || position == 1 && table.key().getFirst().equals(ORG_COLUMN);
    boolean text = table.columns().get(table.indexOf(table.unit())).type() == ColumnType.TEXT;
    if (!leads || !text || table.range().isPresent()) {
      throw new IllegalArgumentException(
          "Cannot merge table %s: its unit %s must be a text that leads its key %s within an org"
              .formatted(table.name(), table.unit(), table.key()));
    }
  }
}
