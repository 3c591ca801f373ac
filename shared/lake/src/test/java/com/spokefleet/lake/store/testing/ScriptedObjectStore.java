package com.spokefleet.lake.store.testing;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A store that does something of the test's before or after chosen calls: fail, lose an answer, or
 * let somebody else go first. The script holds one step per upload; without a step a call goes
 * straight through.
 */
public final class ScriptedObjectStore implements ObjectStore {
  private final ObjectStore store;
  private final Deque<Step> uploads = new ArrayDeque<>();
  private final List<String> trace = new ArrayList<>();

  /** What happens around one upload. */
  public record Step(Runnable before, Runnable after) {}

  public ScriptedObjectStore(ObjectStore store) {
    this.store = store;
  }

  /** The next upload happens, but its answer is lost. */
  public ScriptedObjectStore thenLoseTheAnswer() {
    uploads.add(new Step(() -> {}, () -> fail(FailureKind.UNKNOWN_OUTCOME)));
    return this;
  }

  /** The next upload does not happen, and nobody knows. */
  public ScriptedObjectStore thenLoseTheRequest() {
    uploads.add(new Step(() -> fail(FailureKind.UNKNOWN_OUTCOME), () -> {}));
    return this;
  }

  /** The next upload happens, is sent again by the client below us, and that one conflicts. */
  public ScriptedObjectStore thenConflictWithOurselves() {
    uploads.add(new Step(() -> {}, () -> fail(FailureKind.CONFLICT)));
    return this;
  }

  public ScriptedObjectStore thenFail(FailureKind kind) {
    uploads.add(new Step(() -> fail(kind), () -> {}));
    return this;
  }

  /** Just before the next upload the action runs. */
  public ScriptedObjectStore thenFirst(Runnable action) {
    uploads.add(new Step(action, () -> {}));
    return this;
  }

  /** The calls so far, as "download key" and "upload key". */
  public List<String> trace() {
    return trace;
  }

  @Override
  public Optional<ObjectVersion> download(String key, Path target) {
    trace.add("download " + key);
    return store.download(key, target);
  }

  @Override
  public Optional<ObjectVersion> version(String key) {
    trace.add("version " + key);
    return store.version(key);
  }

  @Override
  public ObjectVersion upload(String key, Path content, Precondition precondition) {
    trace.add("upload " + key);
    Step step = uploads.isEmpty() ? new Step(() -> {}, () -> {}) : uploads.remove();
    step.before().run();
    ObjectVersion version = store.upload(key, content, precondition);
    step.after().run();
    return version;
  }

  @Override
  public List<String> list(String prefix) {
    trace.add("list " + prefix);
    return store.list(prefix);
  }

  private static void fail(FailureKind kind) {
    throw new StoreException(kind, "Cannot do this: the test says " + kind, null);
  }
}
