package com.spokefleet.aws;

import com.spokefleet.lake.store.Checkpoint;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The item of a checkpoint: {@code pk} (S), {@code version} (N), {@code body} (S) and {@code
 * write_id} (S), which tells apart two writes of the same version and body.
 */
record CheckpointItem(Checkpoint checkpoint, String writeId) {
  /** DynamoDB's limit for a whole item, names of attributes included. */
  static final int MAXIMUM_BYTES = 400 * 1024;

  private static final String KEY = "pk";
  private static final String VERSION = "version";
  private static final String BODY = "body";
  private static final String WRITE_ID = "write_id";

  /** The most a number takes, by DynamoDB's rules for item sizes. */
  private static final int NUMBER_BYTES = 21;

  static Map<String, AttributeValue> keyOf(String key) {
    return Map.of(KEY, AttributeValue.fromS(key));
  }

  static CheckpointItem of(Map<String, AttributeValue> item, String name) {
    @Nullable AttributeValue key = item.get(KEY);
    @Nullable AttributeValue version = item.get(VERSION);
    @Nullable AttributeValue body = item.get(BODY);
    @Nullable AttributeValue writeId = item.get(WRITE_ID);
    if (key == null || version == null || body == null || writeId == null) {
      throw foreign(name, "it has the attributes " + item.keySet() + " only");
    }
    if (body.s() == null || version.n() == null || !version.n().matches("[1-9][0-9]{0,17}")) {
      throw foreign(name, "its version or body is of another type");
    }
    return new CheckpointItem(
        new Checkpoint(key.s(), Long.parseLong(version.n()), body.s()), writeId.s());
  }

  private static StoreException foreign(String name, String reason) {
    return new StoreException(FailureKind.BAD_DATA, "Cannot read " + name + ": " + reason, null);
  }

  /** Puts this item if the stored one still has the version before. */
  void putIfExpected(PutItemRequest.Builder request) {
    request.item(
        Map.of(
            KEY, AttributeValue.fromS(checkpoint.key()),
            VERSION, number(checkpoint.version()),
            BODY, AttributeValue.fromS(checkpoint.body()),
            WRITE_ID, AttributeValue.fromS(writeId)));
    // By placeholder, because DynamoDB's list of reserved words grows.
    if (checkpoint.version() == 1) {
      request
          .conditionExpression("attribute_not_exists(#key)")
          .expressionAttributeNames(Map.of("#key", KEY));
    } else {
      request
          .conditionExpression("#version = :expected")
          .expressionAttributeNames(Map.of("#version", VERSION))
          .expressionAttributeValues(Map.of(":expected", number(checkpoint.version() - 1)));
    }
  }

  /** At least what DynamoDB counts. */
  long bytes() {
    return (long) KEY.length()
        + VERSION.length()
        + BODY.length()
        + WRITE_ID.length()
        + NUMBER_BYTES
        + writeId.length()
        + checkpoint.key().getBytes(StandardCharsets.UTF_8).length
        + checkpoint.body().getBytes(StandardCharsets.UTF_8).length;
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
