package com.spokefleet.lake.partition;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.table.Table;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Replaces a partition's object as a whole: read, rewrite, check the fence, write on condition that
 * nobody wrote in between. Equal bytes are not written. A lost race starts again from the read; a
 * write whose outcome is unknown is judged by what is stored. Run again, it ends in the same bytes.
 */
public final class PartitionReplacement {
  private static final int ATTEMPTS = 8;

  private final ObjectStore store;
  private final Path scratch;

  public PartitionReplacement(ObjectStore store, Path scratch) {
    this.store = store;
    this.scratch = scratch;
  }

  /**
   * Derives the rows a partition is to hold from those it holds; called again for every attempt.
   */
  @FunctionalInterface
  public interface Rewrite {
    void rewrite(CurrentRows current, NextRows next) throws IOException;
  }

  public Merged replace(Table<?> table, Partition partition, Fence fence, Rewrite rewrite) {
    try (ScratchFile current = new ScratchFile(scratch, "current-");
        ScratchFile next = new ScratchFile(scratch, "next-")) {
      Attempt attempt = new Attempt(table, partition, fence, rewrite, current, next);
      Optional<Merged> merged = attempt.run();
      for (int count = 1; merged.isEmpty() && count < ATTEMPTS; count++) {
        merged = attempt.run();
      }
      return merged.orElseThrow(attempt::failure);
    } catch (IOException failure) {
      throw new StoreException(
          FailureKind.PERMANENT,
          "Cannot replace " + partition.key() + ": the scratch folder failed",
          failure);
    }
  }

  private final class Attempt {
    private final Table<?> table;
    private final Partition partition;
    private final Fence fence;
    private final Rewrite rewrite;
    private final ScratchFile current;
    private final ScratchFile next;
    private Optional<StoreException> lastFailure = Optional.empty();
    private Optional<Merged> unconfirmed = Optional.empty();

    Attempt(
        Table<?> table,
        Partition partition,
        Fence fence,
        Rewrite rewrite,
        ScratchFile current,
        ScratchFile next) {
      this.table = table;
      this.partition = partition;
      this.fence = fence;
      this.rewrite = rewrite;
      this.current = current;
      this.next = next;
    }

    /** One read and write; empty if somebody else wrote first, or the outcome is unknown. */
    Optional<Merged> run() throws IOException {
      Optional<ObjectVersion> version = store.download(partition.key(), current.path());
      String stored = version.isPresent() ? Sha256.of(current.path()) : "";
      if (unconfirmed.isPresent() && unconfirmed.get().sha256().equals(stored)) {
        return unconfirmed;
      }
      Merged merged = rewrite(version.isPresent());
      if (version.isEmpty() && merged.rows() == 0) {
        return Optional.of(new Merged(0, 0, false, ""));
      }
      if (merged.sha256().equals(stored)) {
        return Optional.of(new Merged(merged.rows(), merged.units(), false, stored));
      }
      fence.check();
      try {
        store.upload(
            partition.key(),
            next.path(),
            version.map(Precondition::unchanged).orElseGet(Precondition::absent));
        return Optional.of(merged);
      } catch (StoreException failure) {
        if (!mayBeStored(failure.kind())) {
          throw failure;
        }
        unconfirmed = Optional.of(merged);
        lastFailure = Optional.of(failure);
        return Optional.empty();
      }
    }

    StoreException failure() {
      return new StoreException(
          lastFailure.map(StoreException::kind).orElse(FailureKind.CONFLICT),
          "Cannot replace %s: tried %d times".formatted(partition.key(), ATTEMPTS),
          lastFailure.orElse(null));
    }

    private Merged rewrite(boolean stored) throws IOException {
      long rows;
      long units;
      try (CurrentRows input = new CurrentRows(table, partition, stored ? current.path() : null);
          NextRows output = new NextRows(table, partition, next.path())) {
        rewrite.rewrite(input, output);
        rows = output.rows();
        units = output.units();
      }
      return new Merged(rows, units, true, Sha256.of(next.path()));
    }
  }

  /** A conflict can be with our own write, whose answer was lost and which was sent again. */
  private static boolean mayBeStored(FailureKind kind) {
    return switch (kind) {
      case CONFLICT, UNKNOWN_OUTCOME -> true;
      case RETRYABLE, THROTTLED, PERMANENT, BAD_DATA, DEADLINE -> false;
    };
  }
}
