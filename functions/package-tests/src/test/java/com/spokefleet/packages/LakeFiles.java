package com.spokefleet.packages;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/** Reads a lake's files with DuckDB, which shares no code with what wrote them. */
final class LakeFiles {
  private final Path lake;

  LakeFiles(Path lake) {
    this.lake = lake;
  }

  /** The distinct values of a column over all files of a table. */
  Set<String> values(String table, String column) {
    String sql =
        "select distinct %s from read_parquet('%s/%s/**/*.parquet', union_by_name = true)"
            .formatted(column, lake, table);
    Set<String> values = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot run " + sql, failure);
    }
  }
}
