package com.spokefleet.benchmark.kpi;

import com.spokefleet.benchmark.Report;
import com.spokefleet.lake.parquet.ParquetTableWriter;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The first query of docs/KPIS.md, monthly key figures by org, over 13 months of ten orgs with 50
 * queues each: rows of our own writer, read by DuckDB with two threads.
 */
public final class KpiQuery {
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 11, 1);
  private static final int ROUNDS = 7;

  private final Path folder;
  private final int orgs;
  private final int queues;
  private final int months;

  /**
   * @param full whether to measure, or only to show that everything runs
   */
  public KpiQuery(Path folder, boolean full) {
    this.folder = folder;
    this.orgs = full ? 10 : 2;
    this.queues = full ? 50 : 3;
    this.months = full ? 13 : 2;
  }

  private record Written(long rows, long files, long bytes) {}

  public void measure(Report report) throws IOException {
    report.progress("writing " + months + " months of " + orgs + " orgs");
    Written written = write();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set threads = 2");
      // As docs/KPIS.md advises for files on the same machine.
      statement.execute("set enable_external_file_cache = false");
      String sql = sql();
      List<Double> seconds = new ArrayList<>();
      long answerRows = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long begin = System.nanoTime();
        answerRows = rows(statement, sql);
        seconds.add((System.nanoTime() - begin) / 1e9);
      }
      requireMonths(answerRows);
      double first = seconds.getFirst();
      seconds.sort(Double::compare);
      report.heading("Monthly key figures by org");
      report.table("rows", "files", "MB", "first query, s", "median of " + ROUNDS + ", s");
      report.row(
          Report.number(written.rows(), 0),
          Report.number(written.files(), 0),
          Report.number(written.bytes() / 1e6, 1),
          Report.number(first, 2),
          Report.number(seconds.get(ROUNDS / 2), 2));
      report.note(
          "%d orgs, %d queues each, %d months, 24 half hours a day; DuckDB with 2 threads."
              .formatted(orgs, queues, months));
    } catch (SQLException failure) {
      throw new IOException("Cannot query " + folder, failure);
    }
  }

  private Written write() throws IOException {
    long rows = 0;
    long files = 0;
    long bytes = 0;
    for (int org = 0; org < orgs; org++) {
      IntervalRows generated = new IntervalRows(org, queues);
      LocalDate end = FIRST_DAY.plusMonths(months);
      for (LocalDate day = FIRST_DAY; day.isBefore(end); day = day.plusDays(1)) {
        String key =
            Partition.daily(QueueIntervalsTable.TABLE.name(), generated.orgId(), day).key();
        Path file = folder.resolve(key);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        rows += write(generated, day, file);
        files++;
        bytes += Files.size(file);
      }
    }
    return new Written(rows, files, bytes);
  }

  private static long write(IntervalRows generated, LocalDate day, Path file) throws IOException {
    long[] rows = new long[1];
    try (ParquetTableWriter writer = new ParquetTableWriter(QueueIntervalsTable.TABLE, file)) {
      generated.ofDay(
          day,
          row -> {
            try {
              writer.write(Row.of(QueueIntervalsTable.TABLE, row));
              rows[0]++;
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    }
    return rows[0];
  }

  private String sql() throws IOException {
    try (InputStream page =
        Objects.requireNonNull(KpiQuery.class.getResourceAsStream("/KPIS.md"), "docs/KPIS.md")) {
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      int begin = text.indexOf("```sql\n") + "```sql\n".length();
      String sql = text.substring(begin, text.indexOf("```", begin));
      return sql.replace("queue_intervals/", folder.resolve("queue_intervals") + "/");
    }
  }

  private static long rows(Statement statement, String sql) throws SQLException {
    long rows = 0;
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows++;
      }
    }
    return rows;
  }

  private void requireMonths(long rows) {
    if (rows != (long) orgs * months) {
      throw new IllegalStateException(
          "Cannot trust the query: it gave " + rows + " rows for " + orgs + " orgs × " + months);
    }
  }
}
