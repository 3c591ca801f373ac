package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.lake.store.FileCheckpointStore;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P2 and P3: a run that dies after any of its side effects can be run again and ends in the same
 * bytes.
 */
class CrashTest {
  private static final Instant START = Instant.parse("2026-11-10T12:00:00Z");
  private static final String DETAILS = "{\"datasets\": [\"conversation-details\"]}";
  private static final List<String> TABLES = List.of("conversations", "interactions", "segments");

  @TempDir Path folder;

  @Test
  void dyingAfterAnySideEffectAndRunningAgainEndsInTheSameBytes() {
    SideEffects counted = SideEffects.counted();
    Map<String, byte[]> expected;
    try (SmallFleet fleet = fleet("uncrashed", counted)) {
      runTwice(fleet);
      expected = files(fleet.lake());
    }
    int effects = counted.trace().size();
    assertThat(effects).as(counted.trace().toString()).isGreaterThan(15);

    for (int k = 1; k <= effects; k++) {
      String description = "died after effect " + k + ", " + counted.trace().get(k - 1);
      try (SmallFleet fleet = fleet("crashed-" + k, SideEffects.dyingAfter(k))) {
        assertThatThrownBy(() -> runTwice(fleet))
            .as(description)
            .isInstanceOf(SideEffects.Death.class);
        revive(fleet);
        runTwice(fleet);
        assertSameFiles(files(fleet.lake()), expected, description);
        LakeTruth.assertLakeEqualsLedger(fleet, "emea", fleet.clock().instant(), description);
      }
    }
  }

  @Test
  void theProgressIsStoredLastOfAll() {
    SideEffects effects = SideEffects.counted();
    try (SmallFleet fleet = fleet("trace", effects)) {
      fleet.invoke("emea", DETAILS);
    }
    List<String> kinds =
        effects.trace().stream().map(effect -> effect.replaceAll("[/-].*", "")).toList();

    assertThat(String.join(", ", kinds))
        .as(
            "a lease; landings, each of days with three tables and then their proof, and then the"
                + " progress; the age of the newest day; the lease")
        .matches(
            "checkpoint lease(((, object conversations, object interactions, object segments,"
                + " object partition_proofs)+), checkpoint conversation)+(, object partition_proofs)?"
                + ", checkpoint lease");
  }

  /**
   * The control: were the progress stored before the rows, a death between the two would lose
   * conversations.
   */
  @Test
  void storingTheProgressFirstWouldLoseConversations() {
    SideEffects untilFirstTable = SideEffects.dyingAfter(2);
    try (SmallFleet fleet = fleet("progress-first", untilFirstTable)) {
      assertThatThrownBy(() -> fleet.invoke("emea", DETAILS)).isInstanceOf(SideEffects.Death.class);
      revive(fleet);
      storeProgressAsIfLanded(fleet);
      fleet.invoke("emea", DETAILS);

      assertThatThrownBy(
              () ->
                  LakeTruth.assertLakeEqualsLedger(
                      fleet, "emea", fleet.clock().instant(), "control"))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void runningAgainChangesNoByteAndWritesNoObject() {
    SideEffects effects = SideEffects.counted();
    try (SmallFleet fleet = fleet("again", effects)) {
      runTwice(fleet);
      Map<String, byte[]> before = files(fleet.lake());
      int soFar = effects.trace().size();
      fleet.invoke(
          "emea",
          "{\"datasets\": [\"conversation-details\"], \"from\": \"2026-11-08\", \"to\":"
              + " \"2026-11-10\"}");

      assertSameFiles(files(fleet.lake()), before, "read again");
      assertThat(effects.trace().subList(soFar, effects.trace().size()))
          .noneMatch(effect -> effect.startsWith("object "));
    }
  }

  private void runTwice(SmallFleet fleet) {
    JsonNode first = fleet.invoke("emea", DETAILS);
    assertThat(first.path("status").asText()).as(first.toPrettyString()).isEqualTo("completed");
    fleet.clock().advance(Duration.ofMinutes(5));
    fleet.invoke("emea", DETAILS);
  }

  /** A new process, after the dead one's lease has run out. */
  private static void revive(SmallFleet fleet) {
    fleet.withStores(store -> store, store -> store);
    fleet.clock().advance(Duration.ofMinutes(20));
  }

  private static void storeProgressAsIfLanded(SmallFleet fleet) {
    new FileCheckpointStore(fleet.folder().resolve("checkpoints"))
        .write(
            "conversation-details/" + orgId(),
            null,
            "{\"format\": 1, \"readUpTo\": \"" + fleet.clock().instant() + "\"}");
  }

  private SmallFleet fleet(String name, SideEffects effects) {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 7, Instant.parse("2026-11-08T00:00:00Z"))
            .orgId(orgId())
            .conversationsPerDay(40)
            .volume(Volume.EVEN)
            .historyEnd(Instant.parse("2026-11-09T12:00:00Z"))
            .build();
    return new SmallFleet(folder.resolve(name), new VirtualClock(START), List.of(org))
        .withPlan(plan -> ConservationTest.smallPages(plan, 100_000))
        .withStores(effects::around, effects::around);
  }

  private static String orgId() {
    return "6f0e4c1a-0000-4000-8000-00000000c0de";
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

  private static void assertSameFiles(
      Map<String, byte[]> actual, Map<String, byte[]> expected, String description) {
    assertThat(actual.keySet()).as(description).isEqualTo(expected.keySet());
    expected.forEach(
        (file, bytes) ->
            assertThat(actual.get(file)).as(description + ": " + file).isEqualTo(bytes));
  }
}
