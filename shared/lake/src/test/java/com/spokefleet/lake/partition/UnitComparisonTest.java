package com.spokefleet.lake.partition;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnitComparisonTest {
  @TempDir Path folder;

  @Test
  void everyStoredUnitIsToldOnceWithItsRowInTheBatch() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      MergeWorld world = new MergeWorld(folder.resolve("seed-" + seed));
      Map<String, List<Long>> stored = units(random);
      Map<String, List<Long>> fresh = units(random);
      world.merge(stored);
      List<String> told = new ArrayList<>();
      try (UnitBatch batch = new UnitBatch(List.of(Sample.TABLE), world.scratch(), 300)) {
        fresh.forEach(
            (unit, numbers) ->
                batch.put(MergeWorld.DAY, unit, List.of(MergeWorld.rows(unit, numbers))));
        new UnitComparison(new LakeReader(world.store(), world.scratch()))
            .compare(
                Sample.TABLE,
                MergeWorld.PARTITION,
                batch,
                new UnitComparison.Visitor() {
                  @Override
                  public void both(String unit, Row before, Row after) {
                    told.add(unit + number(before) + number(after));
                  }

                  @Override
                  public void onlyStored(String unit, Row before) {
                    told.add(unit + number(before));
                  }
                });
      }
      List<String> expected = new ArrayList<>();
      stored.forEach(
          (unit, numbers) ->
              expected.add(
                  unit
                      + " "
                      + numbers.getFirst()
                      + (fresh.containsKey(unit) ? " " + fresh.get(unit).getFirst() : "")));
      assertThat(told).as("seed " + seed).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void unitsLeftOutAreAsIfTheyHadNeverBeenPut() {
    MergeWorld world = new MergeWorld(folder);
    world.merge(Map.of("a", List.of(1L), "b", List.of(2L)));
    try (UnitBatch batch = new UnitBatch(List.of(Sample.TABLE), world.scratch(), 1)) {
      for (String unit : List.of("a", "b", "c")) {
        batch.put(MergeWorld.DAY, unit, List.of(MergeWorld.rows(unit, List.of(9L))));
      }
      batch.leaveOut(MergeWorld.DAY, Set.of("a", "c"));

      assertThat(batch.units(MergeWorld.DAY)).isEqualTo(1);
      new PartitionMerge(world.store(), world.scratch())
          .merge(Sample.TABLE, MergeWorld.PARTITION, batch, Fence.none());
    }
    Set<String> rows = new TreeSet<>();
    world.read().forEach(row -> rows.add(row.get(Sample.TABLE, "unit") + number(row)));
    assertThat(rows).containsExactly("a 1", "b 9");
  }

  private static Map<String, List<Long>> units(Random random) {
    Map<String, List<Long>> units = new TreeMap<>();
    for (int put = 0; put < 30; put++) {
      units.put("unit-" + random.nextInt(50), List.of((long) random.nextInt(1_000)));
    }
    return units;
  }

  private static String number(Row row) {
    return " " + row.get(Sample.TABLE, "count");
  }
}
