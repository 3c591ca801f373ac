package com.spokefleet.lake.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.Table;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files are kept for years and read by others: what was once a column stays that column. */
class TablesContractTest {
  private static final CommittedFile SNAPSHOT =
      CommittedFile.of("src/test/resources/com/spokefleet/lake/tables/tables.snapshot");

  @Test
  void noColumnIsMovedRetypedOrRemovedAndNewOnesStandInTheSnapshot() throws IOException {
    List<String> promised = SNAPSHOT.read().lines().toList();
    List<String> current = ColumnContract.lines(Tables.ALL);
    assertThat(ColumnContract.broken(promised, current))
        .as("columns that files in the lake already have")
        .isEmpty();
    if (CommittedFile.updateWanted()) {
      SNAPSHOT.write(String.join("\n", current) + "\n");
    }
    assertThat(SNAPSHOT.read().lines().toList())
        .as("new columns are to be promised; run: %s", CommittedFile.UPDATE_COMMAND)
        .isEqualTo(current);
  }

  /** Negative controls: every way to break the promise is seen. */
  @Test
  void seesColumnsThatWereMovedRetypedOrRemoved() {
    List<String> promised = List.of("t a TEXT required", "t b INTEGER optional");
    assertThat(ColumnContract.broken(promised, List.of(promised.get(1), promised.get(0))))
        .as("moved")
        .hasSize(2);
    assertThat(ColumnContract.broken(promised, List.of(promised.get(0), "t b DOUBLE optional")))
        .as("retyped")
        .containsExactly("t b INTEGER optional");
    assertThat(ColumnContract.broken(promised, List.of(promised.get(0))))
        .as("removed")
        .containsExactly("t b INTEGER optional");
    assertThat(ColumnContract.broken(promised, List.of("other a TEXT required")))
        .as("the whole table removed")
        .hasSize(2);
    assertThat(
            ColumnContract.broken(
                promised, List.of("t a TEXT required", "t new TEXT optional", promised.get(1))))
        .as("something put between")
        .hasSize(1);
  }

  @Test
  void allowsNewColumnsAtTheEndAndNewTables() {
    List<String> promised = List.of("t a TEXT required");
    assertThat(
            ColumnContract.broken(
                promised, List.of("s x TEXT required", "t a TEXT required", "t b TEXT optional")))
        .isEmpty();
  }

  @Test
  void namesAreInSnakeCaseAndEveryKeyBeginsWithTheOrg() {
    for (Table<?> table : Tables.ALL) {
      assertThat(table.name()).matches("[a-z][a-z0-9_]*");
      assertThat(table.key()).as(table.name()).first().isEqualTo("org_id");
      assertThat(table.columns())
          .extracting(Column::name)
          .as(table.name())
          .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    }
  }

  @Test
  void keysAreNeverNull() {
    for (Table<?> table : Tables.ALL) {
      assertThat(table.key())
          .as(table.name())
          .allMatch(column -> table.columns().get(table.indexOf(column)).required());
    }
  }

  @Test
  void tableNamesAreUnique() {
    assertThat(Tables.ALL).extracting(Table::name).doesNotHaveDuplicates();
  }

  @Test
  void dailyTablesRepeatTheirPartitionAsAColumn() {
    assertThat(Tables.ALL)
        .filteredOn(Table::isDaily)
        .allSatisfy(table -> assertThat(table.indexOf("day")).isNotNegative());
  }
}
