package com.spokefleet.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.lake.store.testing.OtherProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderObjectStoreTest extends ObjectStoreContract {
  @Override
  protected ObjectStore store() {
    return new FolderObjectStore(folder.resolve("store"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/absolute", "../outside", "a/../../b", "a//b", "a/", ".", "a\\b", ".store/x"})
  void keysThatLeaveTheFolderOrMeetItsOwnFilesAreRefused(String key) {
    assertThatThrownBy(() -> store().version(key))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("Cannot use '" + key + "' as a key");
  }

  @Test
  void locksAndTemporaryFilesAreNeverListed() throws IOException {
    Path content = Files.writeString(folder.resolve("content"), "x");
    store().upload("object", content, Precondition.absent());

    assertThat(store().list("")).containsExactly("object");
    assertThat(folder.resolve("store/.store/temporary")).isEmptyDirectory();
  }

  @Test
  void listOutsideTheFolderIsEmpty() throws IOException {
    Files.createDirectories(folder.resolve("store"));
    Files.writeString(folder.resolve("secret"), "x");

    assertThat(store().list("../")).isEmpty();
  }

  @Test
  void incrementsOfTwoProcessesAreAllCounted() throws Exception {
    Path root = folder.resolve("store");
    Path content = Files.writeString(folder.resolve("content"), "0");
    store().upload("counter", content, Precondition.absent());
    Process process = OtherProcess.start(ObjectIncrements.class, root, folder);
    ObjectIncrements.run(root, folder);
    OtherProcess.awaitSuccess(process);

    assertThat(root.resolve("counter")).hasContent("" + 2 * ObjectIncrements.COUNT);
  }
}
