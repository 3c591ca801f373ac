package com.spokefleet.ingest.currency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed is read, in its stored form.
 *
 * @param finishedAt when all of it was last read and joined
 * @param files the version of each file that was read, by key
 * @param joined the version of each day's conversations that its rows were looked up in, by day
 */
record FeedState(
    Instant finishedAt, SortedMap<String, String> files, SortedMap<String, String> joined) {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  static final FeedState NONE = new FeedState(Instant.EPOCH, new TreeMap<>(), new TreeMap<>());

  static FeedState read(JsonState state) {
    return state.read().map(stored -> parse(state.key(), stored)).orElse(NONE);
  }

  String text() {
    Map<String, Object> root = new TreeMap<>();
    root.put("format", FORMAT);
    root.put("finishedAt", finishedAt.toString());
    root.put("files", files);
    root.put("joined", joined);
    return JSON.valueToTree(root).toString();
  }

  private static FeedState parse(String key, String stored) {
    try {
      JsonNode root = JSON.readTree(stored);
      if (root.path("format").asInt() != FORMAT) {
        throw unreadable(key, null);
      }
      return new FeedState(
          Instant.parse(root.path("finishedAt").asText()),
          JSON.convertValue(root.path("files"), TEXTS),
          JSON.convertValue(root.path("joined"), TEXTS));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException malformed) {
      throw unreadable(key, malformed);
    }
  }

  private static IngestException unreadable(String key, @Nullable Throwable cause) {
    return new IngestException(
        FailureKind.BAD_DATA, "Cannot read the state stored in " + key, cause);
  }
}
