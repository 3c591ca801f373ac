package com.spokefleet.lake.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.table.ColumnType;
import com.spokefleet.lake.table.Table;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesDocumentTest {
  @Test
  void theCommittedPageIsWhatTheTablesSay() throws IOException {
    CommittedFile page = CommittedFile.of("../../docs/TABLES.md");
    String expected = TablesDocument.render(Tables.ALL);
    if (CommittedFile.updateWanted()) {
      page.write(expected);
    }
    assertThat(page.read())
        .as("docs/TABLES.md is out of date; run: %s", CommittedFile.UPDATE_COMMAND)
        .isEqualTo(expected);
  }

  @Test
  void describesEveryColumnOnOneLine() {
    Table<String> table =
        Table.<String>daily("words", "One row per word.")
            .required("org_id", ColumnType.TEXT, "the org", word -> word)
            .optional("length", ColumnType.INTEGER, "letters | marks", word -> 1L)
            .keyedBy("org_id", "org_id");
    assertThat(TablesDocument.render(List.of(table)))
        .contains("| [`words`](#words) | org and day | org_id | 2 |\n")
        .contains("* File: `words/org_id=<uuid>/day=<yyyy-mm-dd>/part.parquet`\n")
        .contains("| `org_id` | text |  | the org |\n")
        .endsWith("| `length` | integer | yes | letters \\| marks |\n");
  }

  @Test
  void everyTableAndColumnSaysWhatItMeans() {
    assertThat(Tables.ALL)
        .allSatisfy(
            table -> {
              assertThat(table.description()).as(table.name()).isNotBlank().doesNotContain("\n");
              assertThat(table.columns())
                  .allSatisfy(
                      column ->
                          assertThat(column.description())
                              .as(table.name() + "." + column.name())
                              .isNotBlank()
                              .doesNotContain("\n"));
            });
  }
}
