package com.spokefleet.ingest;

import com.spokefleet.lake.store.Checkpoint;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One dataset's checkpoint during one run. Each write expects what this run read or wrote last, so
 * a run that lost its lease cannot move another run's state. A write whose answer got lost is read
 * back before it counts as failed.
 */
public final class JsonState {
  private final CheckpointStore store;
  private final String key;
  private @Nullable Checkpoint current;

  public JsonState(CheckpointStore store, String key) {
    this.store = store;
    this.key = key;
  }

  public String key() {
    return key;
  }

  public Optional<String> read() {
    current = store.read(key).orElse(null);
    return Optional.ofNullable(current).map(Checkpoint::body);
  }

  public void write(String body) {
    Checkpoint expected = current;
    if (expected != null && expected.body().equals(body)) {
      return;
    }
    try {
      current = store.write(key, expected, body);
    } catch (StoreException failure) {
      if (failure.kind() != FailureKind.UNKNOWN_OUTCOME) {
        throw failure;
      }
      current =
          store.read(key).filter(stored -> stored.body().equals(body)).orElseThrow(() -> failure);
    }
  }
}
