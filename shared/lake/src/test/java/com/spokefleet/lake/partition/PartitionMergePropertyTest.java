package com.spokefleet.lake.partition;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.table.KeyOrder;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random sequences of batches end like the same sequence applied to a map in memory. */
final class PartitionMergePropertyTest {
  private static final int SEQUENCES = 5;
  private static final List<String> AWKWARD_UNITS =
      List.of("é", "日本", "\uFFFD", "😀", " ", "Z", "~");

  @TempDir Path folder;

  @Test
  void anySequenceOfBatchesEqualsTheModel() throws IOException, SQLException {
    long seed = Long.getLong("spokefleet.seed", new Random().nextLong());
    int shrunk = 0;
    int removed = 0;
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      Random random = new Random(seed + sequence);
      MergeWorld world = new MergeWorld(folder.resolve("" + sequence));
      Map<String, List<Long>> model = new HashMap<>();
      for (int tick = 0; tick < 6; tick++) {
        Map<String, List<Long>> batch = batch(random);
        for (Map.Entry<String, List<Long>> unit : batch.entrySet()) {
          int before = model.getOrDefault(unit.getKey(), List.of()).size();
          shrunk += unit.getValue().size() < before ? 1 : 0;
          removed += unit.getValue().isEmpty() && before > 0 ? 1 : 0;
        }
        model.putAll(batch);
        Merged merged = world.merge(batch);
        Merged again = world.merge(batch);

        String description = "seed " + seed + ", sequence " + sequence + ", tick " + tick;
        List<Row> expected = rows(model);
        assertThat(world.read()).as(description).isEqualTo(expected);
        assertThat(again.changed()).as(description).isFalse();
        assertThat(again.sha256()).as(description).isEqualTo(merged.sha256());
        assertThat(merged.rows()).as(description).isEqualTo(expected.size());
      }
      assertDuckDbAgrees(world, rows(model), "seed " + seed + ", sequence " + sequence);
    }

    assertThat(shrunk).as("units that shrank, seed %d", seed).isPositive();
    assertThat(removed).as("units that vanished, seed %d", seed).isPositive();
  }

  private static Map<String, List<Long>> batch(Random random) {
    Map<String, List<Long>> batch = new TreeMap<>();
    int units = random.nextInt(25);
    for (int count = 0; count < units; count++) {
      int pick = random.nextInt(40);
      String unit =
          pick < AWKWARD_UNITS.size() ? AWKWARD_UNITS.get(pick) : "unit-%02d".formatted(pick);
      List<Long> numbers = new ArrayList<>();
      for (int row = random.nextInt(4); row > 0; row--) {
        numbers.add((long) random.nextInt(1_000_000));
      }
      batch.put(unit, numbers);
    }
    return batch;
  }

  private static List<Row> rows(Map<String, List<Long>> model) {
    List<Row> rows = new ArrayList<>();
    model.forEach((unit, numbers) -> rows.addAll(MergeWorld.rows(unit, numbers)));
    rows.sort(new KeyOrder(Sample.TABLE));
    return rows;
  }

  /** DuckDB sorts texts by their bytes: read in file order, the rows must be in its key order. */
  private static void assertDuckDbAgrees(MergeWorld world, List<Row> expected, String description)
      throws SQLException {
    String sql =
        "select count(*), coalesce(sum(count), 0)::bigint, coalesce(bool_and(sorted), true) from"
            + " (select count, coalesce((org_id, unit, index) > lag((org_id, unit, index)) over"
            + " (order by file_row_number), true) as sorted from read_parquet('"
            + world.object()
            + "', file_row_number = true))";
    long sum = expected.stream().mapToLong(row -> (Long) row.get(4)).sum();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      assertThat(result.getLong(1)).as(description).isEqualTo(expected.size());
      assertThat(result.getLong(2)).as(description).isEqualTo(sum);
      assertThat(result.getBoolean(3)).as("sorted, " + description).isTrue();
    }
  }
}
