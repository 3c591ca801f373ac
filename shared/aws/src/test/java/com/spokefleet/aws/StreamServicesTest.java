package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.telemetry.FailureKind;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Firehose, SQS and EventBridge over their JSON protocols: what is asked, what answers mean. */
final class StreamServicesTest {
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  private final StreamClients clients = new StreamClients(Region.EU_CENTRAL_1);
  private final List<String> asked = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private HttpServer server;

  private record Answer(int status, String body) {}

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void firehoseTellsForEachRecordWhetherItIsIn() {
    answers.add(
        new Answer(
            200,
            """
            {"FailedPutCount":1,"RequestResponses":[{"RecordId":"1"},
            {"ErrorCode":"ServiceUnavailableException","ErrorMessage":"Slow down."}]}"""));

    List<Optional<String>> errors = firehose().put(List.of(bytes("a"), bytes("b")));
    assertThat(errors)
        .containsExactly(Optional.empty(), Optional.of("ServiceUnavailableException: Slow down."));
    assertThat(asked.getFirst())
        .contains("Firehose_20150804.PutRecordBatch", "north", "{\"Data\":\"YQ==\"}");
  }

  @Test
  void aFailedPutIsSentOnceAndSaysWhetherItMayHaveHappened() {
    answers.add(new Answer(500, "{\"__type\":\"InternalFailure\"}"));
    assertThat(failure().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    answers.add(new Answer(400, "{\"__type\":\"ResourceNotFoundException\",\"message\":\"no\"}"));
    assertThat(failure())
        .hasMessageStartingWith("Cannot put 1 records on stream north: HTTP 400 ResourceNotFound");
    assertThat(asked).hasSize(2);
  }

  @Test
  void aQueueHandsOutMessagesWithTheirAttributesAndTellsWhatItDidNotDelete() {
    answers.add(
        new Answer(
            200,
            """
            {"Messages":[{"MessageId":"m","ReceiptHandle":"r","Body":"{}","MessageAttributes":
            {"TARGET_ARN":{"DataType":"String","StringValue":"arn"}}}]}"""));
    answers.add(
        new Answer(
            200,
            """
            {"Successful":[{"Id":"0"}],"Failed":[{"Id":"1","Code":"x","SenderFault":true}]}"""));
    SqsQueue queue =
        new SqsQueue(
            clients
                .sqsBuilder()
                .endpointOverride(endpoint())
                .credentialsProvider(CREDENTIALS)
                .checksumValidationEnabled(false)
                .build(),
            endpoint() + "/1/letters");

    QueuedMessage message = queue.receive(Duration.ofSeconds(1), Duration.ofMinutes(5)).getFirst();
    assertThat(message.attributes()).containsEntry("TARGET_ARN", "arn");
    assertThat(queue.delete(List.of("r", "s"))).containsExactly("s");
    assertThat(asked.getFirst()).contains("AmazonSQS.ReceiveMessage", "\"All\"", "300");
  }

  @Test
  void anArchiveIsReplayedToItsOwnBusAndAKnownNameIsNoFailure() {
    String archive = "{\"ArchiveArn\":\"arn-of-archive\",\"EventSourceArn\":\"arn-of-bus\"}";
    answers.add(new Answer(400, "{\"__type\":\"ResourceNotFoundException\"}"));
    answers.add(new Answer(200, archive));
    answers.add(new Answer(200, "{\"State\":\"STARTING\"}"));
    answers.add(new Answer(200, archive));
    answers.add(new Answer(400, "{\"__type\":\"ResourceAlreadyExistsException\"}"));
    answers.add(new Answer(200, "{\"State\":\"RUNNING\",\"EventLastReplayedTime\":1795000000}"));
    EventArchive events =
        new EventArchive(
            clients
                .eventBridgeBuilder()
                .endpointOverride(endpoint())
                .credentialsProvider(CREDENTIALS)
                .build(),
            "north");

    assertThat(events.describe("once")).isEmpty();
    Instant from = Instant.ofEpochSecond(1_794_990_000);
    events.start("once", from, from.plusSeconds(60), List.of("arn-of-rule"));
    events.start("once", from, from.plusSeconds(60), List.of());
    assertThat(asked.get(2))
        .contains("AWSEvents.StartReplay", "arn-of-archive", "arn-of-bus", "arn-of-rule");
    assertThat(events.describe("once").orElseThrow().lastEvent())
        .contains(Instant.ofEpochSecond(1_795_000_000));
  }

  private AwsCallException failure() {
    return catchThrowableOfType(AwsCallException.class, () -> firehose().put(List.of(bytes("a"))));
  }

  private FirehoseStream firehose() {
    return new FirehoseStream(
        clients
            .firehoseBuilder()
            .endpointOverride(endpoint())
            .credentialsProvider(CREDENTIALS)
            .build(),
        "north");
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          exchange.getRequestHeaders().getFirst("X-Amz-Target")
              + " "
              + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      Answer answer = answers.remove();
      byte[] body = bytes(answer.body());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
