package com.spokefleet.benchmark.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;

/** Two replies that say the same of every record, whatever the order of members. */
final class SameReplies {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SameReplies() {}

  /** Returns how many records were compared; fails at the first difference. */
  static int requireSame(Path expected, Path actual) throws IOException {
    JsonNode left = JSON.readTree(expected.toFile()).get("records");
    JsonNode right = JSON.readTree(actual.toFile()).get("records");
    if (left.size() != right.size()) {
      throw new IllegalStateException(
          "Cannot compare: %d records and %d".formatted(left.size(), right.size()));
    }
    for (int record = 0; record < left.size(); record++) {
      JsonNode ours = event(left.get(record));
      JsonNode theirs = event(right.get(record));
      if (!ours.equals(SameReplies::compare, theirs)) {
        throw new IllegalStateException(
            "Cannot compare rates: %s differs in record %d:%n%s%n%s"
                .formatted(actual.getFileName(), record, ours, theirs));
      }
    }
    return left.size();
  }

  private static JsonNode event(JsonNode record) throws IOException {
    if (!record.get("result").asText().equals("Ok")) {
      throw new IllegalStateException("Cannot compare: " + record + " failed");
    }
    return JSON.readTree(Base64.getDecoder().decode(record.get("data").asText()));
  }

  /** Numbers by their value: 22 is 22.0. */
  private static int compare(JsonNode left, JsonNode right) {
    if (left.isNumber() && right.isNumber()) {
      return left.decimalValue().compareTo(right.decimalValue());
    }
    return left.equals(right) ? 0 : 1;
  }
}
