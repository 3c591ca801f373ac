package com.spokefleet.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.telemetry.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link CheckpointStore} promises; each implementation runs this suite. */
public abstract class CheckpointStoreContract {
  private static final int WRITERS = 6;
  private static final int INCREMENTS = 5;

  private final String key = "contract/" + UUID.randomUUID() + "/watermark";

  /** A client of the store under test; two clients see the same checkpoints. */
  protected abstract CheckpointStore store();

  @Test
  void absentCheckpointIsEmptyAndNotAnError() {
    assertThat(store().read(key)).isEmpty();
  }

  @Test
  void writtenCheckpointIsReadBackAtOnceByEveryClient() {
    CheckpointStore other = store();
    @Nullable Checkpoint last = null;
    for (int round = 0; round < 10; round++) {
      Checkpoint written = store().write(key, last, "{\"round\":" + round + "}");
      assertThat(written.key()).isEqualTo(key);
      assertThat(written.body()).isEqualTo("{\"round\":" + round + "}");
      assertThat(other.read(key)).contains(written);
      if (last != null) {
        assertThat(written.version()).isGreaterThan(last.version());
      }
      last = written;
    }
  }

  @Test
  void creatingAnExistingCheckpointIsAConflictAndLeavesIt() {
    Checkpoint first = store().write(key, null, "{\"first\":true}");

    assertConflict(null);
    assertThat(store().read(key)).contains(first);
  }

  @Test
  void writingOverAStaleVersionIsAConflictAndLeavesTheNewer() {
    Checkpoint first = store().write(key, null, "{\"first\":true}");
    Checkpoint second = store().write(key, first, "{\"second\":true}");

    assertConflict(first);
    assertThat(store().read(key)).contains(second);
  }

  @Test
  void writingOverARemovedOrUnknownCheckpointIsAConflict() {
    assertConflict(new Checkpoint(key, 1, "{}"));
    assertThat(store().read(key)).isEmpty();
  }

  @Test
  void bodyKeepsItsExactText() {
    String body = "{ \"name\" : \"Zoë \\u0000 日本語 😀 العربية\",\n \"empty\": \"\" }";
    store().write(key, null, body);

    assertThat(store().read(key).orElseThrow().body()).isEqualTo(body);
  }

  @Test
  void keysDoNotTouchEachOther() {
    Checkpoint one = store().write(key + "-1", null, "{\"one\":1}");
    Checkpoint two = store().write(key + "-2", null, "{\"two\":2}");

    assertThat(store().read(key + "-1")).contains(one);
    assertThat(store().read(key + "-2")).contains(two);
    assertThat(store().read(key)).isEmpty();
  }

  @Test
  void concurrentIncrementsAreAllCounted() throws Exception {
    store().write(key, null, "0");
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        runs.add(threads.submit(this::incrementAll));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }

    assertThat(store().read(key).orElseThrow().body()).isEqualTo("" + WRITERS * INCREMENTS);
  }

  private void incrementAll() {
    CheckpointStore client = store();
    for (int count = 0; count < INCREMENTS; ) {
      Checkpoint current = client.read(key).orElseThrow();
      try {
        client.write(key, current, "" + (Integer.parseInt(current.body()) + 1));
        count++;
      } catch (StoreException lost) {
        assertThat(lost.kind()).isEqualTo(FailureKind.CONFLICT);
      }
    }
  }

  private void assertConflict(@Nullable Checkpoint expected) {
    StoreException failure =
        catchThrowableOfType(
            StoreException.class, () -> store().write(key, expected, "{\"rejected\":true}"));
    assertThat(failure.kind()).isEqualTo(FailureKind.CONFLICT);
    assertThat(failure).hasMessageStartingWith("Cannot ").hasMessageContaining(key);
  }
}
