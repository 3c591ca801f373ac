package com.spokefleet.aws;

import com.spokefleet.lake.store.Checkpoint;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Checkpoints as items of one table whose only key is the string attribute {@code pk}. A write
 * whose answer was lost is settled here: every write leaves an id of its own in the item, so
 * reading it back tells whether it was this one that won. Give it a client that does not retry by
 * itself ({@link AwsClients#dynamoDb()}).
 */
public final class DynamoDbCheckpointStore implements CheckpointStore {
  private final DynamoDbClient client;
  private final String table;
  private final StoreRetry retry;

  public DynamoDbCheckpointStore(DynamoDbClient client, String table, StoreRetry retry) {
    this.client = client;
    this.table = table;
    this.retry = retry;
  }

  @Override
  public Optional<Checkpoint> read(String key) {
    return readItem(key).map(CheckpointItem::checkpoint);
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@code UNKNOWN_OUTCOME} is left only when reading back did not work either, or when somebody
   * has written again since, so that no trace of this write could be left.
   */
  @Override
  public Checkpoint write(String key, @Nullable Checkpoint expected, String body) {
    long expectedVersion = expected == null ? 0 : expected.version();
    CheckpointItem item =
        new CheckpointItem(
            new Checkpoint(key, expectedVersion + 1, body), UUID.randomUUID().toString());
    if (item.bytes() > CheckpointItem.MAXIMUM_BYTES) {
      throw new StoreException(
          FailureKind.PERMANENT,
          "Cannot write %s: its %d bytes are more than the %d one DynamoDB item holds"
              .formatted(name(key), item.bytes(), CheckpointItem.MAXIMUM_BYTES),
          null);
    }
    return new CheckpointWrite(item).run();
  }

  private Optional<CheckpointItem> readItem(String key) {
    return retry.call(
        () -> {
          try {
            GetItemResponse response =
                client.getItem(
                    request ->
                        request
                            .tableName(table)
                            .key(CheckpointItem.keyOf(key))
                            .consistentRead(true));
            return response.hasItem()
                ? Optional.of(CheckpointItem.of(response.item(), name(key)))
                : Optional.empty();
          } catch (SdkException failed) {
            throw failure(failed, Access.READ, "read " + name(key));
          }
        });
  }

  private StoreException failure(SdkException failure, Access access, String deed) {
    return new StoreException(
        AwsFailure.kindOf(failure, access),
        "Cannot " + deed + ": " + AwsFailure.reason(failure),
        failure);
  }

  private String name(String key) {
    return "checkpoint " + key + " of DynamoDB table " + table;
  }

  /** One write with its repetitions; remembers whether an earlier attempt may have landed. */
  private final class CheckpointWrite {
    private final CheckpointItem item;
    private boolean mayHaveLanded;

    CheckpointWrite(CheckpointItem item) {
      this.item = item;
    }

    Checkpoint run() {
      try {
        return retry.call(
            () -> {
              attempt();
              return item.checkpoint();
            });
      } catch (StoreException failure) {
        if (!mayHaveLanded || failure.kind() == FailureKind.CONFLICT) {
          throw failure;
        }
        // Whatever ended the last attempt, an earlier one may still land.
        throw new StoreException(
            FailureKind.UNKNOWN_OUTCOME, String.valueOf(failure.getMessage()), failure);
      }
    }

    private void attempt() {
      try {
        client.putItem(request -> item.putIfExpected(request.tableName(table)));
      } catch (ConditionalCheckFailedException lost) {
        StoreException conflict = conflict(lost);
        if (!mayHaveLanded) {
          throw conflict;
        }
        settle(conflict);
      } catch (SdkException failed) {
        StoreException failure = failure(failed, Access.WRITE, "write " + name(key()));
        if (failure.kind() != FailureKind.UNKNOWN_OUTCOME) {
          throw failure;
        }
        mayHaveLanded = true;
        settle(failure);
      }
    }

    /** Reads back who wrote the version this write was to be; returns if it was this write. */
    private void settle(StoreException failure) {
      @Nullable CheckpointItem stored = readItem(key()).orElse(null);
      long storedVersion = stored == null ? 0 : stored.checkpoint().version();
      long written = item.checkpoint().version();
      if (stored != null && stored.writeId().equals(item.writeId())) {
        return;
      }
      if (storedVersion < written) {
        // Not there (yet). The condition makes it safe to write once more: whichever copy of this
        // write arrives first wins, and both carry the same id.
        throw new StoreException(
            FailureKind.RETRYABLE, String.valueOf(failure.getMessage()), failure);
      }
      if (storedVersion == written) {
        throw conflict(failure);
      }
      throw new StoreException(
          FailureKind.UNKNOWN_OUTCOME,
          "Cannot tell whether version %d of %s was written: version %d is there already"
              .formatted(written, name(key()), storedVersion),
          failure);
    }

    private StoreException conflict(Exception cause) {
      return new StoreException(
          FailureKind.CONFLICT,
          "Cannot write " + name(key()) + ": somebody else wrote it first",
          cause);
    }

    private String key() {
      return item.checkpoint().key();
    }
  }
}
