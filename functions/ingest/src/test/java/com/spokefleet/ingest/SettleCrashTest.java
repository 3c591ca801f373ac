package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.spokefleet.testing.org.JobService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P2 for settling: a run that dies after any of its side effects ends in the same bytes. */
class SettleCrashTest {
  private static final List<String> TABLES = List.of("conversations", "interactions", "segments");

  @TempDir Path folder;

  @Test
  void dyingAfterAnySideEffectOfSettlingEndsInTheSameBytes() {
    SideEffects counted = SideEffects.counted();
    Map<String, byte[]> expected = played("uncrashed", counted);
    int effects = counted.trace().size();
    assertThat(counted.trace())
        .as("settling changes tables, proofs and its state")
        .anyMatch(effect -> effect.startsWith("object conversations"))
        .anyMatch(effect -> effect.startsWith("object partition_proofs"))
        .anyMatch(effect -> effect.startsWith("checkpoint conversation-settle"));

    for (int k = 1; k <= effects; k++) {
      String description = "died after effect " + k + ", " + counted.trace().get(k - 1);
      Map<String, byte[]> actual = played("crashed-" + k, SideEffects.dyingAfter(k));
      assertThat(actual.keySet()).as(description).isEqualTo(expected.keySet());
      expected.forEach(
          (file, bytes) ->
              assertThat(actual.get(file)).as(description + ": " + file).isEqualTo(bytes));
    }
  }

  /** Changes a conversation late, settles with side effects that may be deadly, then in peace. */
  private Map<String, byte[]> played(String name, SideEffects effects) {
    try (SettleFleet settling =
        new SettleFleet(folder.resolve(name), 4, org -> org.conversationsPerDay(8))) {
      JobService jobs = settling.org().jobs();
      jobs.pagesHold(5);
      settling.tickUntil("2026-11-19T12:00:00Z");
      assertThat(settling.org().changeLongAfterEnd(Duration.ofDays(4))).isPresent();
      settling.fleet().clock().advance(Duration.ofDays(1));
      settling.fleet().withStores(effects::around, effects::around);
      Throwable death =
          catchThrowable(
              () -> {
                settling.settle();
                settling.fleet().clock().advance(Duration.ofMinutes(5));
                settling.settle();
              });
      assertThat(death)
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              died -> assertThat(died).isInstanceOf(SideEffects.Death.class));
      settling.fleet().withStores(store -> store, store -> store);
      settling.fleet().clock().advance(Duration.ofHours(3));
      for (int run = 0; run < 8; run++) {
        settling.settle();
        settling.fleet().clock().advance(Duration.ofMinutes(65));
      }
      settling.assertLakeEqualsLedger(name);
      return files(settling.fleet().lake());
    }
  }

  private static Map<String, byte[]> files(Path lake) {
    Map<String, byte[]> files = new TreeMap<>();
    for (String table : TABLES) {
      try (Stream<Path> tree = Files.walk(lake.resolve(table))) {
        for (Path file : tree.filter(path -> path.toString().endsWith(".parquet")).toList()) {
          files.put(lake.relativize(file).toString(), Files.readAllBytes(file));
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return files;
  }
}
