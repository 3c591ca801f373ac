package com.spokefleet.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.replay.ReplayHandler;
import com.spokefleet.testing.lambda.FunctionLaunch;
import com.spokefleet.testing.lambda.LocalFunction;
import com.spokefleet.testing.lambda.Moment;
import com.spokefleet.testing.stream.intake.LoopbackServer;
import com.spokefleet.testing.stream.intake.Reply;
import com.spokefleet.testing.stream.intake.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replay function's package, run as Lambda runs it, with Firehose's own protocol behind it. */
final class ReplayPackageTest {
  private static final String STREAM =
      "arn:aws:firehose:eu-central-1:111122223333:deliverystream/soc";
  private static final String MESSAGE =
      """
      {"messageId": "m-%s", "receiptHandle": "h", "eventSource": "aws:sqs", "awsRegion": "eu-central-1",
       "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": "1794319862180"},
       "messageAttributes": {
         "TARGET_ARN": {"stringValue": "%s", "dataType": "String", "stringListValues": [], "binaryListValues": []},
         "ERROR_CODE": {"stringValue": "NO_PERMISSIONS", "dataType": "String", "stringListValues": [], "binaryListValues": []}},
       "body": "%s"}""";
  private static final String EVENT =
      "{\\\"id\\\":\\\"e-1\\\",\\\"source\\\":\\\"aws.partner/genesys.com/cloud/7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811/x\\\",\\\"detail\\\":{}}";

  @TempDir Path folder;

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> records = new CopyOnWriteArrayList<>();

  @Test
  void deadLettersGoOnTheirStreamAndPoisonStays() throws IOException {
    Path function = Packages.unzip("replay", folder);
    try (LoopbackServer firehose = LoopbackServer.start("Firehose", this::put);
        LocalFunction replay =
            LocalFunction.start(
                FunctionLaunch.of(
                    ReplayHandler.class.getName(),
                    function,
                    Map.of("AWS_ENDPOINT_URL_FIREHOSE", firehose.address().toString())),
                Duration.ofSeconds(60),
                Clock.systemUTC())) {
      Moment answer =
          replay.invoke(
              "{\"Records\": [%s, %s]}"
                  .formatted(
                      MESSAGE.formatted("good", STREAM, EVENT),
                      MESSAGE.formatted("poison", STREAM, "no JSON")));

      assertThat(answer.kind()).as(answer.text()).isEqualTo(Moment.Kind.ANSWERED);
      assertThat(json.readTree(answer.body()).path("batchItemFailures"))
          .extracting(failure -> failure.path("itemIdentifier").asText())
          .containsExactly("m-poison");
      assertThat(records).hasSize(1).first().asString().contains("\"id\":\"e-1\"");
      assertThat(replay.log())
          .anyMatch(line -> line.contains("dead_letters"))
          .as("nothing but JSON")
          .allMatch(line -> line.startsWith("{"));
    }
  }

  private Reply put(Request request) {
    try {
      JsonNode body = json.readTree(request.body());
      StringBuilder replies = new StringBuilder();
      for (JsonNode record : body.path("Records")) {
        byte[] data = Base64.getDecoder().decode(record.path("Data").asText());
        records.add(new String(data, StandardCharsets.UTF_8));
        replies.append(replies.isEmpty() ? "" : ",").append("{\"RecordId\":\"1\"}");
      }
      return Reply.json(200, "{\"FailedPutCount\":0,\"RequestResponses\":[%s]}".formatted(replies));
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
