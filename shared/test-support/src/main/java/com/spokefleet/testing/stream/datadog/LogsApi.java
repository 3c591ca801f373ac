package com.spokefleet.testing.stream.datadog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.stream.intake.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The logs API that anybody may post to, with its limits. */
final class LogsApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_PAYLOAD = 5_000_000;
  private static final int LARGEST_LOG = 1_000_000;
  private static final int MOST_LOGS = 1_000;

  private LogsApi() {}

  /** The logs of a request, or the status that refuses it. */
  sealed interface Result {
    /**
     * @param truncated how many logs lost their end, which the answer does not tell
     */
    record Read(List<JsonNode> logs, int truncated) implements Result {}

    record Refused(int status) implements Result {}
  }

  static Result read(Request request, String key) throws IOException {
    if (request.header("DD-API-KEY").isEmpty()) {
      return new Result.Refused(401);
    }
    if (!request.header("DD-API-KEY").get().equals(key)) {
      return new Result.Refused(403);
    }
    if (request.body().length > LARGEST_PAYLOAD) {
      return new Result.Refused(413);
    }
    JsonNode body;
    try {
      body = JSON.readTree(request.body());
    } catch (JsonProcessingException malformed) {
      return new Result.Refused(400);
    }
    List<JsonNode> logs = new ArrayList<>();
    int truncated = 0;
    for (JsonNode log : body.isArray() ? body : JSON.createArrayNode().add(body)) {
      if (!log.isObject()) {
        return new Result.Refused(400);
      }
      byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
      truncated += bytes.length > LARGEST_LOG ? 1 : 0;
      logs.add(bytes.length > LARGEST_LOG ? truncated(bytes) : log);
    }
    // Which status refuses too many entries is not documented; every client stays below.
    return logs.isEmpty() || logs.size() > MOST_LOGS
        ? new Result.Refused(400)
        : new Result.Read(logs, truncated);
  }

  /** What is left of a log is text: its fields are gone. */
  private static ObjectNode truncated(byte[] log) {
    return JSON.createObjectNode()
        .put("message", new String(log, 0, LARGEST_LOG, StandardCharsets.UTF_8));
  }
}
