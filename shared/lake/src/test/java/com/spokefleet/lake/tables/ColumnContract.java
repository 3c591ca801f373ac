package com.spokefleet.lake.tables;

import com.spokefleet.lake.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the columns of today with those that were promised: none moved, retyped or removed, new
 * ones only at the end.
 */
final class ColumnContract {
  private ColumnContract() {}

  /** One line per column, in file order: table, name, type, and whether it may be null. */
  static List<String> lines(List<Table<?>> tables) {
    List<String> lines = new ArrayList<>();
    for (Table<?> table : tables) {
      table
          .columns()
          .forEach(
              column ->
                  lines.add(
                      "%s %s %s %s"
                          .formatted(
                              table.name(),
                              column.name(),
                              column.type(),
                              column.required() ? "required" : "optional")));
    }
    return lines;
  }

  /** What was promised and is no longer so; empty when the promise is kept. */
  static List<String> broken(List<String> promised, List<String> current) {
    List<String> broken = new ArrayList<>();
    for (String table : promised.stream().map(ColumnContract::tableOf).distinct().toList()) {
      List<String> before = ofTable(table, promised);
      List<String> now = ofTable(table, current);
      for (int index = 0; index < before.size(); index++) {
        if (index >= now.size() || !now.get(index).equals(before.get(index))) {
          broken.add(before.get(index));
        }
      }
    }
    return broken;
  }

  private static List<String> ofTable(String table, List<String> lines) {
    return lines.stream().filter(line -> tableOf(line).equals(table)).toList();
  }

  private static String tableOf(String line) {
    return line.substring(0, line.indexOf(' '));
  }
}
