package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.lake.store.Checkpoint;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(EmbeddedAws.class)
final class DynamoDbCheckpointStoreFaultTest {
  private static final String KEY = "watermark/emea/conversations";

  private final FaultProxy network;
  private final DynamoDbClient client;
  private final DynamoDbClient direct;
  private final String table;
  private final DynamoDbCheckpointStore store;
  private final DynamoDbCheckpointStore somebodyElse;

  DynamoDbCheckpointStoreFaultTest(AwsEndpoints aws) throws IOException {
    network = new FaultProxy(aws.dynamoDb());
    client = TestClients.dynamoDb(network.address());
    direct = TestClients.dynamoDb(aws.dynamoDb());
    table = TestClients.newTable(direct);
    store = new DynamoDbCheckpointStore(client, table, TestClients.retry());
    somebodyElse = new DynamoDbCheckpointStore(direct, table, TestClients.retry());
  }

  @AfterEach
  void close() {
    client.close();
    direct.close();
    network.close();
  }

  @Test
  void shouldSucceed_whenAnswerToWriteIsLost_becauseReadBackFindsOurOwnWrite() {
    Checkpoint before = store.write(KEY, null, "old");
    network.next(new Fault.LoseAnswer());

    Checkpoint written = store.write(KEY, before, "new");

    assertThat(written).isEqualTo(new Checkpoint(KEY, before.version() + 1, "new"));
    assertThat(somebodyElse.read(KEY)).contains(written);
    assertThat(network.methods()).as("write, lost write, read back").hasSize(3);
  }

  @Test
  void shouldWriteAgain_whenTheFirstAttemptNeverArrived() {
    network.next(new Fault.LoseRequest());

    Checkpoint written = store.write(KEY, null, "new");

    assertThat(somebodyElse.read(KEY)).contains(written);
  }

  @Test
  void shouldReportConflict_whenAnswerIsLostAndSomebodyElseWroteTheSameWordsFirst() {
    Checkpoint before = store.write(KEY, null, "old");
    somebodyElse.write(KEY, before, "same words");
    network.next(new Fault.LoseAnswer());

    StoreException failure = failureOf(() -> store.write(KEY, before, "same words"));

    assertThat(failure.kind()).isEqualTo(FailureKind.CONFLICT);
  }

  @Test
  void shouldReportUnknownOutcome_whenReadBackFailsToo() {
    Fault broken = Fault.json(500, "InternalServerError");
    network.next(Collections.nCopies(12, broken).toArray(Fault[]::new));

    StoreException failure = failureOf(() -> store.write(KEY, null, "new"));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure).hasMessageContaining(KEY).hasMessageContaining(table);
  }

  @Test
  void shouldReportUnknownOutcome_whenSomebodyWroteOnTopBeforeTheReadBack() {
    Checkpoint before = store.write(KEY, null, "old");
    network.next(
        new Fault.LoseAnswer(
            () -> {
              Checkpoint lost = somebodyElse.read(KEY).orElseThrow();
              somebodyElse.write(KEY, lost, "on top");
            }));

    StoreException failure = failureOf(() -> store.write(KEY, before, "new"));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure).hasMessageContaining("Cannot tell whether version 2");
  }

  @ParameterizedTest
  @CsvSource({
    "400, ProvisionedThroughputExceededException, THROTTLED",
    "400, ThrottlingException, THROTTLED",
    "400, RequestLimitExceeded, THROTTLED",
    "400, AccessDeniedException, PERMANENT",
    "400, ResourceNotFoundException, PERMANENT",
    "400, ValidationException, PERMANENT"
  })
  void shouldTellTheKindOfFailure_whenRefused(int status, String code, FailureKind kind) {
    Fault refusal = Fault.json(status, code);
    network.next(refusal, refusal, refusal);
    assertThat(failureOf(() -> store.write(KEY, null, "new")).kind()).isEqualTo(kind);

    network.next(refusal, refusal, refusal);
    assertThat(failureOf(() -> store.read(KEY)).kind()).isEqualTo(kind);
  }

  @Test
  void shouldTryAgain_whenThrottled() {
    Fault throttled = Fault.json(400, "ThrottlingException");
    network.next(throttled, throttled);

    Checkpoint written = store.write(KEY, null, "new");

    network.next(throttled, new Fault.LoseAnswer());
    assertThat(store.read(KEY)).contains(written);
  }

  @Test
  void shouldReportBadData_whenSomebodyElsesItemIsInTheTable() {
    AttributeValue key = AttributeValue.fromS(KEY);
    AttributeValue text = AttributeValue.fromS("text");
    for (Map<String, AttributeValue> item :
        List.of(
            Map.of("pk", key, "version", AttributeValue.fromN("1")),
            Map.of("pk", key, "version", text, "body", text, "write_id", text))) {
      direct.putItem(request -> request.tableName(table).item(item));

      StoreException failure = failureOf(() -> store.read(KEY));

      assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
      assertThat(failure).hasMessageContaining(KEY).hasMessageContaining(table);
    }
  }

  @Test
  void shouldSayHowLargeABodyMayBe_whenItIsTooLarge() {
    String body = "é".repeat(CheckpointItem.MAXIMUM_BYTES / 2);

    StoreException failure = failureOf(() -> store.write(KEY, null, body));

    assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(failure).hasMessageContaining("409600").hasMessageContaining(KEY);
    assertThat(network.methods()).isEmpty();
  }

  @Test
  void shouldHoldABodyJustBelowTheLimit() {
    String body = "x".repeat(CheckpointItem.MAXIMUM_BYTES - 200);

    store.write(KEY, null, body);

    assertThat(store.read(KEY)).map(Checkpoint::body).contains(body);
  }

  private static StoreException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(StoreException.class, call);
  }
}
