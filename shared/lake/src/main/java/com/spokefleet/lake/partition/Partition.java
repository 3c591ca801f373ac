package com.spokefleet.lake.partition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All rows of one table for one org and, if the table is daily, one UTC start day. Its object's key
 * follows Hive's naming, which DuckDB, Athena and Glue understand.
 */
public record Partition(String table, String orgId, Optional<LocalDate> day) {
  private static final Pattern KEY =
      Pattern.compile("([^/]+)/org_id=([^/]+)/(?:day=(\\d{4}-\\d{2}-\\d{2})/)?part\\.parquet");

  public Partition {
    if (!table.matches("[a-z][a-z0-9_]*") || !orgId.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException(
          "Cannot name a partition of table '" + table + "' and org '" + orgId + "'");
    }
  }

  public static Partition daily(String table, String orgId, LocalDate day) {
    return new Partition(table, orgId, Optional.of(day));
  }

  public static Partition perOrg(String table, String orgId) {
    return new Partition(table, orgId, Optional.empty());
  }

  /** The object's key: {@code <table>/org_id=<uuid>/day=<yyyy-mm-dd>/part.parquet}. */
  public String key() {
    String folder = table + "/org_id=" + orgId + "/";
    return day.map(date -> folder + "day=" + date + "/").orElse(folder) + "part.parquet";
  }

  /** The partition stored under the key; empty if the key is not that of a partition. */
  public static Optional<Partition> parse(String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Optional<LocalDate> day = Optional.ofNullable(matcher.group(3)).map(LocalDate::parse);
      return Optional.of(new Partition(matcher.group(1), matcher.group(2), day));
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
