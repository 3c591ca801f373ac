package com.spokefleet.lake.tables;

import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.ColumnType;
import com.spokefleet.lake.table.Table;
import java.util.List;

/** Renders tables as the Markdown of docs/TABLES.md; the same tables always give the same text. */
public final class TablesDocument {
  private static final String INTRODUCTION =
      """
      # Tables

      Generated from the declarations in `shared/lake` (package `com.spokefleet.lake.tables`); edit those, never this page.

      * Files are Parquet, one object per partition, sorted by the full key and replaced whole. A fact lies under the UTC
        day on which its conversation started; a dimension has one object per org.
      * Every key begins with `org_id`. Ids are text, never names. Partition values stand in the rows too.
      * `_ms` columns are milliseconds, `n_` columns are counts. All figures add up over any rows; a ratio is a sum divided
        by a sum, computed at the end. An average is its `_ms` sum over the divisor its description names.
      * Timestamps are UTC. `local_` columns are in the org's own time zone.
      * Names in `camelCase` in a description are Genesys' own.
      * A column keeps its name, type and place for ever; new ones come at the end. In files older than a column it reads
        as null.
      """;

  private TablesDocument() {}

  /** The whole page, ending in a line break. */
  public static String render(List<Table<?>> tables) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("\n| Table | One object per | Key | Columns |\n|---|---|---|---|\n");
    for (Table<?> table : tables) {
      page.append(
          "| [`%s`](#%s) | %s | %s | %d |\n"
              .formatted(
                  table.name(),
                  table.name(),
                  table.isDaily() ? "org and day" : "org",
                  String.join(", ", table.key()),
                  table.columns().size()));
    }
    for (Table<?> table : tables) {
      describe(table, page);
    }
    return page.toString();
  }

  private static void describe(Table<?> table, StringBuilder page) {
    page.append(
        """

        ## %s

        %s

        * Key: %s
        * Replaced together: %s
        * File: `%s/org_id=<uuid>/%spart.parquet`

        | Column | Type | Null | Meaning |
        |---|---|---|---|
        """
            .formatted(
                table.name(),
                table.description(),
                String.join(", ", table.key()),
                table
                    .range()
                    .map(column -> "all rows of the org in a range of `" + column + "`")
                    .orElse("all rows of one `" + table.unit() + "`"),
                table.name(),
                table.isDaily() ? "day=<yyyy-mm-dd>/" : ""));
    for (Column<?> column : table.columns()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  column.name(),
                  typeName(column.type()),
                  column.required() ? "" : "yes",
                  column.description().replace("|", "\\|")));
    }
  }

  private static String typeName(ColumnType type) {
    return switch (type) {
      case TEXT -> "text";
      case INTEGER -> "integer";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case TIMESTAMP -> "timestamp (µs, UTC)";
      case DATE -> "date";
      case DECIMAL, RATE -> "decimal(%d,%d)".formatted(ColumnType.DECIMAL_PRECISION, type.scale());
    };
  }
}
