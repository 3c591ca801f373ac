package com.spokefleet.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ObjectStore} promises; each implementation runs this suite. */
public abstract class ObjectStoreContract {
  private static final int WRITERS = 6;
  private static final int INCREMENTS = 3;

  @TempDir protected Path folder;

  /** Keys of one test do not meet those of another, whatever the store keeps between them. */
  private final String area = "contract/" + UUID.randomUUID() + "/";

  /** A client of the store under test; two clients see the same objects. */
  protected abstract ObjectStore store();

  /** How many keys to list at once; above 1,000 it covers the pages of S3. */
  protected int keysToList() {
    return 30;
  }

  @Test
  void absentObjectIsEmptyAndNotAnError() {
    assertThat(store().version(area + "none")).isEmpty();
    assertThat(store().download(area + "none", folder.resolve("target"))).isEmpty();
    assertThat(store().list(area)).isEmpty();
  }

  @Test
  void uploadedBytesComeBackWithTheVersionThatWasReturned() {
    ObjectVersion version = put("object", "first", Precondition.absent());

    assertThat(get("object")).isEqualTo("first");
    assertThat(store().version(area + "object")).contains(version);
    assertThat(store().download(area + "object", folder.resolve("target"))).contains(version);
  }

  @Test
  void overwriteIsSeenAtOnceByEveryClientAndChangesTheVersion() {
    ObjectStore other = store();
    ObjectVersion version = put("object", "0", Precondition.absent());
    for (int round = 1; round <= 8; round++) {
      ObjectVersion next = put("object", "" + round, Precondition.unchanged(version));
      assertThat(next).isNotEqualTo(version);
      assertThat(other.version(area + "object")).contains(next);
      assertThat(get("object")).isEqualTo("" + round);
      version = next;
    }
  }

  @Test
  void absentPreconditionFailsOnAnExistingObjectAndLeavesIt() {
    put("object", "old", Precondition.absent());

    assertConflict("object", Precondition.absent());
    assertThat(get("object")).isEqualTo("old");
  }

  @Test
  void unchangedPreconditionFailsAfterAnotherWriteAndLeavesTheNewerBytes() {
    ObjectVersion stale = put("object", "old", Precondition.absent());
    put("object", "newer", Precondition.unchanged(stale));

    assertConflict("object", Precondition.unchanged(stale));
    assertThat(get("object")).isEqualTo("newer");
  }

  @Test
  void unchangedPreconditionFailsWhereThereIsNoObject() {
    ObjectVersion version = put("object", "old", Precondition.absent());

    assertConflict("other", Precondition.unchanged(version));
    assertThat(store().version(area + "other")).isEmpty();
  }

  @Test
  void concurrentConditionalIncrementsAreAllCounted() throws Exception {
    put("counter", "0", Precondition.absent());
    runTogether(
        () -> {
          ObjectStore client = store();
          for (int count = 0; count < INCREMENTS; ) {
            count += increment(client) ? 1 : 0;
          }
        });

    assertThat(get("counter")).isEqualTo("" + WRITERS * INCREMENTS);
  }

  @Test
  void onlyOneOfManyCreatorsWins() throws Exception {
    List<String> winners = new ArrayList<>();
    runTogether(
        () -> {
          String content = UUID.randomUUID().toString();
          try {
            upload(store(), "object", content, Precondition.absent());
            synchronized (winners) {
              winners.add(content);
            }
          } catch (StoreException lost) {
            assertThat(lost.kind()).isEqualTo(FailureKind.CONFLICT);
          }
        });

    assertThat(winners).containsExactly(get("object"));
  }

  @Test
  void listGivesExactlyTheKeysWithThePrefixSorted() {
    for (String key : List.of("b/2", "a/1", "ab/3", "a/b/4")) {
      put(key, key, Precondition.absent());
    }

    assertThat(store().list(area))
        .containsExactly(area + "a/1", area + "a/b/4", area + "ab/3", area + "b/2");
    assertThat(store().list(area + "a/")).containsExactly(area + "a/1", area + "a/b/4");
    assertThat(store().list(area + "a"))
        .containsExactly(area + "a/1", area + "a/b/4", area + "ab/3");
    assertThat(store().list(area + "c")).isEmpty();
  }

  @Test
  void listGivesAllOfManyKeys() {
    List<String> keys = new ArrayList<>();
    for (int index = 0; index < keysToList(); index++) {
      String key = "many/%05d".formatted(index);
      put(key, "", Precondition.absent());
      keys.add(area + key);
    }

    assertThat(store().list(area + "many/")).isEqualTo(keys);
  }

  @Test
  void keysMayHoldWhatPartitionNamesAndPeoplePutThere() {
    for (String key :
        List.of(
            "conversations/org_id=0b9f-4d/day=2026-11-20/part.parquet",
            "with space/and+plus",
            "percent%41&ampersand",
            "ünïcode/日本語")) {
      put(key, key, Precondition.absent());
      assertThat(get(key)).isEqualTo(key);
      assertThat(store().list(area + key)).containsExactly(area + key);
    }
  }

  @Test
  void emptyAndLargeObjectsKeepTheirBytes() throws IOException {
    put("empty", "", Precondition.absent());
    assertThat(get("empty")).isEmpty();

    byte[] large = new byte[9 << 20];
    new Random(7).nextBytes(large);
    Path content = Files.write(folder.resolve("large"), large);
    store().upload(area + "large", content, Precondition.absent());
    store().download(area + "large", folder.resolve("target"));
    assertThat(Files.mismatch(content, folder.resolve("target"))).isEqualTo(-1);
  }

  @Test
  void downloadReplacesALongerTarget() throws IOException {
    put("object", "short", Precondition.absent());
    Path target = Files.writeString(folder.resolve("target"), "something that was longer");

    store().download(area + "object", target);
    assertThat(target).hasContent("short");
  }

  @Test
  void removedObjectIsAbsentAndTheOthersStay() {
    assertThat(store()).isInstanceOf(ObjectRemoval.class);
    ObjectRemoval removal = (ObjectRemoval) store();
    put("object", "old", Precondition.absent());
    put("object2", "other", Precondition.absent());

    removal.remove(area + "object");
    removal.remove(area + "object");
    removal.remove(area + "never");
    assertThat(store().version(area + "object")).isEmpty();
    assertThat(store().list(area)).containsExactly(area + "object2");
    put("object", "again", Precondition.absent());
    assertThat(get("object")).isEqualTo("again");
  }

  private boolean increment(ObjectStore client) {
    try {
      Path target = Files.createTempFile(folder, "read", "");
      Optional<ObjectVersion> version = client.download(area + "counter", target);
      int value = Integer.parseInt(Files.readString(target));
      upload(client, "counter", "" + (value + 1), Precondition.unchanged(version.orElseThrow()));
      return true;
    } catch (StoreException lost) {
      assertThat(lost.kind()).isEqualTo(FailureKind.CONFLICT);
      return false;
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private void assertConflict(String key, Precondition precondition) {
    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> put(key, "rejected", precondition));
    assertThat(failure.kind()).isEqualTo(FailureKind.CONFLICT);
    assertThat(failure).hasMessageStartingWith("Cannot ").hasMessageContaining(area + key);
  }

  private ObjectVersion put(String key, String content, Precondition precondition) {
    return upload(store(), key, content, precondition);
  }

  private ObjectVersion upload(
      ObjectStore client, String key, String content, Precondition precondition) {
    try {
      Path file = Files.createTempFile(folder, "content", "");
      Files.write(file, content.getBytes(StandardCharsets.UTF_8));
      return client.upload(area + key, file, precondition);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private String get(String key) {
    try {
      Path target = folder.resolve("get");
      assertThat(store().download(area + key, target)).isPresent();
      return Files.readString(target);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static void runTogether(Runnable action) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        runs.add(threads.submit(action));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }
  }
}
