package com.spokefleet.lake.partition;

import static com.spokefleet.lake.partition.MergeWorld.PARTITION;
import static com.spokefleet.lake.partition.MergeWorld.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.store.testing.ScriptedObjectStore;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lost races, lost answers and lost leases; with controls that show the damage each averts. */
final class PartitionReplacementTest {
  private static final Map<String, List<Long>> MINE = Map.of("a", List.of(1L));
  private static final Map<String, List<Long>> THEIRS = Map.of("b", List.of(2L));

  @TempDir Path folder;
  private MergeWorld world;
  private ScriptedObjectStore store;

  @BeforeEach
  void openLake() {
    world = new MergeWorld(folder);
    store = new ScriptedObjectStore(world.store());
  }

  @Test
  void lostRaceIsRunAgainFromTheReadSoThatBothUnitsAreThere() {
    store.thenFirst(() -> world.merge(THEIRS));

    assertThat(world.merge(store, Fence.none(), MINE).units()).isEqualTo(2);
    assertThat(world.read()).hasSize(2);
  }

  @Test
  void withoutThePreconditionALostRaceWouldDropTheOthersUnit() throws IOException {
    Path mine = mineAlone();
    world.merge(THEIRS);
    Files.copy(mine, world.object(), StandardCopyOption.REPLACE_EXISTING);

    assertThat(world.read()).as("the damage").isEqualTo(rows("a", List.of(1L)));
  }

  @Test
  void raceThatIsLostEveryTimeEndsAsAConflictThatNamesTheKey() {
    for (int attempt = 0; attempt < 100; attempt++) {
      long number = attempt;
      store.thenFirst(() -> world.merge(Map.of("b", List.of(number))));
    }

    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> world.merge(store, Fence.none(), MINE));
    assertThat(failure.kind()).isEqualTo(FailureKind.CONFLICT);
    assertThat(failure).hasMessage("Cannot replace " + PARTITION.key() + ": tried 8 times");
  }

  @Test
  void writeWhoseAnswerWasLostIsRecognisedByReadingBack() throws IOException {
    store.thenLoseTheAnswer();
    Merged merged = world.merge(store, Fence.none(), MINE);

    assertThat(merged).isEqualTo(new Merged(1, 1, true, world.contentHash()));
    assertThat(store.trace()).containsExactly(download(), upload(), download());
  }

  @Test
  void withoutReadingBackALostAnswerWouldBeAFailureAlthoughTheRowsAreThere() throws IOException {
    store.thenLoseTheAnswer();
    Path mine = mineAlone();

    assertThatThrownBy(() -> store.upload(PARTITION.key(), mine, Precondition.absent()))
        .isInstanceOf(StoreException.class);
    assertThat(world.read()).as("stored, and yet reported as failed").hasSize(1);
  }

  @Test
  void writeThatNeverArrivedIsSentAgain() {
    store.thenLoseTheRequest();

    assertThat(world.merge(store, Fence.none(), MINE).changed()).isTrue();
    assertThat(store.trace()).containsExactly(download(), upload(), download(), upload());
  }

  @Test
  void lostAnswerFollowedByAnothersWriteKeepsBoth() {
    store.thenLoseTheAnswer();
    world.merge(store, Fence.none(), MINE);
    store.thenFirst(() -> world.merge(THEIRS)).thenLoseTheAnswer();
    world.merge(store, Fence.none(), Map.of("c", List.of(3L)));

    assertThat(world.read()).hasSize(3);
  }

  @Test
  void conflictWithOurOwnResentWriteIsSuccess() throws IOException {
    store.thenConflictWithOurselves();
    Merged merged = world.merge(store, Fence.none(), MINE);

    assertThat(merged).isEqualTo(new Merged(1, 1, true, world.contentHash()));
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"RETRYABLE", "THROTTLED", "PERMANENT", "BAD_DATA", "DEADLINE"})
  void otherFailuresGoToTheCallerAndStoreNothing(FailureKind kind) {
    store.thenFail(kind);

    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> world.merge(store, Fence.none(), MINE));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(world.object()).doesNotExist();
    assertThat(world.scratch()).isEmptyDirectory();
  }

  @Test
  void fenceIsCheckedAfterTheReadAndBeforeTheWrite() {
    List<String> order = store.trace();
    world.merge(store, () -> order.add("fence"), MINE);

    assertThat(order).containsExactly(download(), "fence", upload());
  }

  @Test
  void zombieThatLostItsLeaseDuringTheMergeOverwritesNothing() throws IOException {
    AtomicBoolean lost = new AtomicBoolean();
    Map<String, List<Long>> newer = Map.of("a", List.of(100L));
    store.thenFirst(() -> takeOver(lost, newer));

    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> world.merge(store, fenceOf(lost), MINE));
    assertThat(failure.kind()).isEqualTo(FailureKind.CONFLICT);
    assertThat(world.read()).isEqualTo(rows("a", List.of(100L)));
  }

  @Test
  void withoutTheFenceTheZombieWouldPutItsOlderRowsOverTheNewer() {
    AtomicBoolean lost = new AtomicBoolean();
    store.thenFirst(() -> takeOver(lost, Map.of("a", List.of(100L))));
    world.merge(store, Fence.none(), MINE);

    assertThat(world.read()).as("the damage").isEqualTo(rows("a", List.of(1L)));
  }

  @Test
  void crashAtAnyStepThenRunningAgainEndsInTheSameBytes() throws IOException {
    List<Map<String, List<Long>>> ticks =
        List.of(MINE, THEIRS, Map.of("a", List.of(), "c", List.of(3L, 4L)));
    MergeWorld calm = new MergeWorld(folder.resolve("calm"));
    ticks.forEach(calm::merge);
    int crashes = 0;
    for (int step = 0; crashes == step; step++) {
      MergeWorld crashed = new MergeWorld(folder.resolve("crash-" + step));
      CrashingStore crashing = new CrashingStore(crashed.store(), step);
      for (Map<String, List<Long>> tick : ticks) {
        try {
          crashed.merge(crashing, crashing::pass, tick);
        } catch (CrashingStore.Crash crash) {
          crashes++;
          crashed.merge(tick);
        }
      }
      assertThat(crashed.contentHash())
          .as("crash after step %d", step)
          .isEqualTo(calm.contentHash());
    }

    assertThat(crashes).as("steps crashed at").isEqualTo(9);
  }

  private void takeOver(AtomicBoolean lost, Map<String, List<Long>> newer) {
    lost.set(true);
    world.merge(newer);
  }

  private static Fence fenceOf(AtomicBoolean lost) {
    return () -> {
      if (lost.get()) {
        throw new StoreException(FailureKind.CONFLICT, "Cannot go on: the lease is lost", null);
      }
    };
  }

  /** The object as a merge of our unit into an empty partition would write it. */
  private Path mineAlone() {
    MergeWorld other = new MergeWorld(folder.resolve("alone"));
    other.merge(MINE);
    return other.object();
  }

  private static String download() {
    return "download " + PARTITION.key();
  }

  private static String upload() {
    return "upload " + PARTITION.key();
  }
}
