package com.spokefleet.testing.stream.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.testing.stream.intake.Reply;
import com.spokefleet.testing.stream.intake.Request;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Firehose's HTTP endpoint protocol, as far as a server has to keep it. */
final class FirehoseIntake {
  /** More logs of one request are not kept. */
  static final int MOST_LOGS = 65_536;

  private static final ObjectMapper JSON = new ObjectMapper();

  private FirehoseIntake() {}

  /** The logs of a request, or why it is refused. */
  sealed interface Result {
    record Read(String requestId, List<JsonNode> logs) implements Result {}

    record Refused(int status, String requestId, String message) implements Result {}
  }

  static Result read(Request request, String key) throws IOException {
    String requestId = request.header("X-Amz-Firehose-Request-Id").orElse("");
    if (requestId.isEmpty()
        || !request.header("X-Amz-Firehose-Protocol-Version").orElse("").equals("1.0")) {
      return new Result.Refused(400, requestId, "Not a request of Firehose");
    }
    if (!request.header("X-Amz-Firehose-Access-Key").orElse("").equals(key)) {
      return new Result.Refused(403, requestId, "Forbidden");
    }
    JsonNode body = JSON.readTree(request.body());
    if (!body.path("requestId").asText().equals(requestId)) {
      return new Result.Refused(400, requestId, "The body names another request");
    }
    List<JsonNode> logs = new ArrayList<>();
    for (JsonNode record : body.path("records")) {
      logs.addAll(DatadogLogs.lines(Base64.getDecoder().decode(record.path("data").asText())));
    }
    return new Result.Read(requestId, logs);
  }

  /** The request's id and the time are required of an answer; the message is for failures. */
  static Reply reply(int status, String requestId, Instant now, String message) {
    String error = message.isEmpty() ? "" : ",\"errorMessage\":\"" + message + "\"";
    return Reply.json(
        status,
        "{\"requestId\":\"%s\",\"timestamp\":%d%s}"
            .formatted(requestId, now.toEpochMilli(), error));
  }
}
