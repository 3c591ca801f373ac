package com.spokefleet.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Sample;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second reader, not of our family, must agree with what we wrote. */
final class DuckDbReadsTest {
  @TempDir Path folder;

  @Test
  void typesAreThoseTheLakePromises() throws IOException, SQLException {
    Path file = write(List.of(Sample.of("org", "u", 1, 7).row()));
    Map<String, String> types = new LinkedHashMap<>();
    query(
        "describe select * from '" + file + "'",
        result -> types.put(result.getString("column_name"), result.getString("column_type")));

    assertThat(types)
        .containsExactly(
            Map.entry("org_id", "VARCHAR"),
            Map.entry("unit", "VARCHAR"),
            Map.entry("index", "BIGINT"),
            Map.entry("name", "VARCHAR"),
            Map.entry("count", "BIGINT"),
            Map.entry("ratio", "DOUBLE"),
            Map.entry("open", "BOOLEAN"),
            Map.entry("at", "TIMESTAMP WITH TIME ZONE"),
            Map.entry("day", "DATE"),
            Map.entry("amount", "DECIMAL(18,4)"),
            Map.entry("rate", "DECIMAL(18,10)"));
  }

  @Test
  void valuesAreTheOnesWritten() throws IOException, SQLException {
    List<Row> rows = new ArrayList<>();
    for (@Nullable String name :
        new @Nullable String[] {
          null,
          "",
          "plain",
          "emoji 😀👩‍👩‍👧",
          "العربية",
          "日本語テキスト",
          "quote ' and \" and \\",
          "tab\tline\n"
        }) {
      rows.add(sample(rows.size(), name, 0L, 0.0, Instant.EPOCH, LocalDate.EPOCH, "0"));
    }
    rows.add(
        sample(
            rows.size(),
            "extremes",
            Long.MAX_VALUE,
            Double.MIN_VALUE,
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            LocalDate.of(1, 1, 1),
            "-99999999999999.9999"));
    rows.add(
        sample(
            rows.size(),
            "more",
            Long.MIN_VALUE,
            -Double.MAX_VALUE,
            Instant.parse("2100-02-28T12:34:56.000001Z"),
            LocalDate.of(9999, 12, 31),
            "99999999999999.9999"));
    rows.add(Row.of(Sample.TABLE, empty(rows.size())));
    List<Row> read = new ArrayList<>();
    query("select * from '" + write(rows) + "'", result -> read.add(row(result)));

    assertThat(read).isEqualTo(rows);
  }

  @Test
  void rowsAreCompressedWithZstdInPlainOrDictionaryPages() throws IOException, SQLException {
    List<Row> rows = new ArrayList<>();
    for (int index = 0; index < 5_000; index++) {
      rows.add(Sample.of("org", "unit-" + (10_000 + index), 0, index).row());
    }
    List<String> encodings = new ArrayList<>();
    query(
        "select distinct compression || ' ' || encodings from parquet_metadata('"
            + write(rows)
            + "')",
        result -> encodings.add(result.getString(1)));

    assertThat(encodings).isNotEmpty().allMatch(text -> text.startsWith("ZSTD "));
    assertThat(String.join(" ", encodings)).doesNotContain("DELTA").doesNotContain("BYTE_STREAM");
  }

  private static Row sample(
      long index,
      @Nullable String name,
      long count,
      double ratio,
      Instant at,
      LocalDate day,
      String amount) {
    BigDecimal rate = new BigDecimal(amount).movePointLeft(6);
    BigDecimal money = new BigDecimal(amount);
    return new Sample("org", "u", index, name, count, ratio, true, at, day, money, rate).row();
  }

  private static Sample empty(long index) {
    return new Sample("org", "u", index, null, null, null, null, null, null, null, null);
  }

  private static Row row(ResultSet result) throws SQLException {
    OffsetDateTime at = result.getObject("at", OffsetDateTime.class);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(result.getString("org_id"));
    values.add(result.getString("unit"));
    values.add(result.getObject("index"));
    values.add(result.getString("name"));
    values.add(result.getObject("count"));
    values.add(result.getObject("ratio"));
    values.add(result.getObject("open"));
    values.add(at == null ? null : at.toInstant());
    values.add(result.getObject("day", LocalDate.class));
    values.add(result.getBigDecimal("amount"));
    values.add(result.getBigDecimal("rate"));
    return Row.ofValues(Sample.TABLE, values);
  }

  private Path write(List<Row> rows) throws IOException {
    Path file = folder.resolve("file.parquet");
    try (ParquetTableWriter writer = new ParquetTableWriter(Sample.TABLE, file)) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    return file;
  }

  private interface RowReader {
    void read(ResultSet result) throws SQLException;
  }

  private static void query(String sql, RowReader reader) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        reader.read(result);
      }
    }
  }
}
