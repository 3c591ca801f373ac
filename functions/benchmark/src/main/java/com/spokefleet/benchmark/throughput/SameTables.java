package com.spokefleet.benchmark.throughput;

import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether both programs wrote the same: DuckDB compares every value of every row of both files. */
final class SameTables {
  private SameTables() {}

  /** The number of rows, equal in both; fails at any difference. */
  static long requireSame(Table<?> table, Path ours, Path peers) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      long rows = count(statement, "FROM " + file(ours));
      long onlyOurs = count(statement, difference(table, ours, peers));
      long onlyPeers = count(statement, difference(table, peers, ours));
      if (rows == 0 || onlyOurs + onlyPeers > 0) {
        throw new IllegalStateException(
            "Cannot compare speeds: %s has %d rows, of which %d only we wrote and %d only DuckDB wrote; columns %s differ"
                .formatted(
                    table.name(),
                    rows,
                    onlyOurs,
                    onlyPeers,
                    different(statement, table, ours, peers)));
      }
      return rows;
    }
  }

  private static List<String> different(Statement statement, Table<?> table, Path ours, Path peers)
      throws SQLException {
    List<String> different = new ArrayList<>();
    String key = String.join(", ", table.key());
    for (Column<?> column : table.columns()) {
      long rows =
          count(
              statement,
              "FROM (SELECT %s, %s FROM %s EXCEPT ALL SELECT %s, %s FROM %s)"
                  .formatted(key, column.name(), file(ours), key, column.name(), file(peers)));
      if (rows > 0) {
        different.add(column.name() + " (" + rows + ")");
      }
    }
    return different;
  }

  private static String difference(Table<?> table, Path left, Path right) {
    String columns =
        table.columns().stream().map(column -> column.name()).collect(Collectors.joining(", "));
    return "FROM (SELECT %s FROM %s EXCEPT ALL SELECT %s FROM %s)"
        .formatted(columns, file(left), columns, file(right));
  }

  private static String file(Path path) {
    return "read_parquet('" + path + "', hive_partitioning = false)";
  }

  private static long count(Statement statement, String from) throws SQLException {
    try (ResultSet result = statement.executeQuery("SELECT count(*) " + from)) {
      result.next();
      return result.getLong(1);
    }
  }
}
