package com.spokefleet.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.lake.store.testing.OtherProcess;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileCheckpointStoreTest extends CheckpointStoreContract {
  @TempDir Path folder;

  @Override
  protected CheckpointStore store() {
    return new FileCheckpointStore(folder);
  }

  @Test
  void incrementsOfTwoProcessesAreAllCounted() throws Exception {
    store().write("counter", null, "0");
    Process process = OtherProcess.start(CheckpointIncrements.class, folder);
    CheckpointIncrements.run(folder);
    OtherProcess.awaitSuccess(process);

    Checkpoint counted = store().read("counter").orElseThrow();
    assertThat(counted.body()).isEqualTo("" + 2 * CheckpointIncrements.COUNT);
    assertThat(counted.version()).isEqualTo(2 * CheckpointIncrements.COUNT + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{}", "[]", "{\"version\":1}", "{\"version\":\"x\",\"body\":\"\"}"})
  void damagedCheckpointIsBadDataAndNeverAbsent(String content) throws IOException {
    Files.writeString(folder.resolve("watermark.json"), content);

    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> store().read("watermark"));
    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
    assertThat(failure).hasMessage("Cannot read checkpoint watermark: it is damaged");
  }
}
