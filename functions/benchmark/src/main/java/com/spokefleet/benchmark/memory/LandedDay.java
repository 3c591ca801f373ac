package com.spokefleet.benchmark.memory;

import com.spokefleet.benchmark.Report;
import com.spokefleet.benchmark.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a lake holds of one org, counted by DuckDB.
 *
 * @param conversations distinct conversation ids
 * @param bytesByTable sizes of the Parquet objects
 */
record LandedDay(long conversations, Map<String, Long> bytesByTable) {
  private static final List<String> TABLES = List.of("conversations", "interactions", "segments");

  /** Fails when a conversation is there twice. */
  static LandedDay of(Path lake) throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    for (String table : TABLES) {
      bytes.put(table, WorkFolder.bytes(lake.resolve(table)));
    }
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet counts =
            statement.executeQuery(
                "SELECT count(*), count(DISTINCT conversation_id) FROM read_parquet('%s/conversations/*/*/*.parquet')"
                    .formatted(lake))) {
      counts.next();
      if (counts.getLong(1) != counts.getLong(2)) {
        throw new IllegalStateException(
            "Cannot vouch for " + lake + ": a conversation is there twice");
      }
      return new LandedDay(counts.getLong(2), bytes);
    } catch (SQLException failure) {
      throw new IOException("Cannot count the conversations of " + lake, failure);
    }
  }

  double bytesPerConversation() {
    return (double) bytesByTable.values().stream().mapToLong(Long::longValue).sum() / conversations;
  }

  /** Bytes per conversation by table, in words. */
  String shares() {
    List<String> shares = new ArrayList<>();
    bytesByTable.forEach(
        (table, bytes) ->
            shares.add(table + " " + Report.number((double) bytes / conversations, 0)));
    return String.join(", ", shares);
  }
}
