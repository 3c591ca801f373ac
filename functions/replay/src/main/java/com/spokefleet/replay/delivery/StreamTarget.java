package com.spokefleet.replay.delivery;

import com.spokefleet.replay.record.Outgoing;
import com.spokefleet.telemetry.SpokefleetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A delivery stream. Only the records that Firehose refused are put again, with back-off; AWS' own
 * blueprint does so without, and dies of it.
 */
public final class StreamTarget implements Target {
  /** Limits of PutRecordBatch: 500 records, 4 MiB, each of at most 1,000 KiB. */
  private static final ChunkLimits LIMITS = new ChunkLimits(500, 4 * 1024 * 1024);

  private static final int LARGEST_RECORD = 1_000 * 1_024;

  private final String stream;
  private final StreamPut put;
  private final Retry retry;

  public StreamTarget(String stream, StreamPut put, Retry retry) {
    this.stream = stream;
    this.put = put;
    this.retry = retry;
  }

  @Override
  public String name() {
    return "stream-" + stream;
  }

  @Override
  public ChunkLimits limits() {
    return LIMITS;
  }

  @Override
  public Receipt send(List<Outgoing> chunk) {
    Outcome[] outcomes = new Outcome[chunk.size()];
    List<Integer> pending = new ArrayList<>();
    for (int index = 0; index < chunk.size(); index++) {
      if (chunk.get(index).data().length > LARGEST_RECORD) {
        outcomes[index] =
            new Outcome(Outcome.Kind.REFUSED, "larger than the 1,000 KiB of a Firehose record");
      } else {
        pending.add(index);
      }
    }
    Optional<String> stop = pending.isEmpty() ? Optional.empty() : put(chunk, pending, outcomes);
    return new Receipt(Arrays.stream(outcomes).map(Objects::requireNonNull).toList(), stop);
  }

  private Optional<String> put(List<Outgoing> chunk, List<Integer> all, Outcome[] outcomes) {
    List<Integer> pending = all;
    for (int attempt = 1; ; attempt++) {
      String trouble;
      try {
        List<Integer> refused = new ArrayList<>();
        trouble = take(put.put(data(chunk, pending)), pending, refused, outcomes);
        pending = refused;
        if (pending.isEmpty()) {
          return Optional.empty();
        }
      } catch (SpokefleetException failed) {
        trouble = String.valueOf(failed.getMessage());
        switch (failed.kind()) {
          case UNKNOWN_OUTCOME -> {
            return give(pending, outcomes, Outcome.Kind.UNKNOWN, trouble);
          }
          case PERMANENT, BAD_DATA, DEADLINE, CONFLICT -> {
            return give(pending, outcomes, Outcome.Kind.NOT_SENT, trouble);
          }
          // Not carried out, and worth another attempt.
          case RETRYABLE, THROTTLED -> {}
        }
      }
      if (!retry.pauseAfter(attempt)) {
        return give(pending, outcomes, Outcome.Kind.NOT_SENT, trouble);
      }
    }
  }

  /** Sorts the answers; returns the last error. */
  private String take(
      List<Optional<String>> answers,
      List<Integer> asked,
      List<Integer> refused,
      Outcome[] outcomes) {
    if (answers.size() != asked.size()) {
      throw new IllegalStateException(
          "Cannot tell which of %d records stream %s took: it answered for %d"
              .formatted(asked.size(), stream, answers.size()));
    }
    String error = "";
    for (int index = 0; index < asked.size(); index++) {
      Optional<String> answer = answers.get(index);
      if (answer.isEmpty()) {
        outcomes[asked.get(index)] = Outcome.SENT;
      } else {
        refused.add(asked.get(index));
        error = "Cannot put records on stream " + stream + ": " + answer.get();
      }
    }
    return error;
  }

  private static Optional<String> give(
      List<Integer> records, Outcome[] outcomes, Outcome.Kind kind, String reason) {
    records.forEach(index -> outcomes[index] = new Outcome(kind, reason));
    return Optional.of(reason);
  }

  private static List<byte[]> data(List<Outgoing> chunk, List<Integer> indexes) {
    return indexes.stream().map(index -> chunk.get(index).data()).toList();
  }
}
