package com.spokefleet.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The second reader: asks the lake's files with DuckDB, which shares no code with us. */
final class DuckDb implements AutoCloseable {
  private final Connection connection;
  private final Path lake;

  DuckDb(Path lake) {
    this.lake = lake;
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Runs a query in which {@code {table}} stands for all files of a table. */
  List<List<Object>> query(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(withTables(sql))) {
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(result.getObject(column));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot run " + sql, failure);
    }
  }

  /** Runs a statement that answers nothing. */
  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot run " + sql, failure);
    }
  }

  long number(String sql) {
    Object value = query(sql).getFirst().getFirst();
    return value == null ? 0 : ((Number) value).longValue();
  }

  Set<String> texts(String sql) {
    Set<String> texts = new TreeSet<>();
    query(sql).forEach(row -> texts.add(String.valueOf(row.getFirst())));
    return texts;
  }

  boolean has(String table) {
    return Files.isDirectory(lake.resolve(table));
  }

  private String withTables(String sql) {
    return sql.replaceAll(
        "\\{(\\w+)\\}",
        "read_parquet('"
            + lake
            + "/$1/**/*.parquet', hive_partitioning = false, union_by_name = true)");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
