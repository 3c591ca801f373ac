package com.spokefleet.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Small records of the details query, for tests that must know each of them. */
final class GivenRecord {
  static final String QUEUE = "0b0e0c0d-0000-4000-8000-000000000001";
  private static final String USER = "0b0e0c0d-0000-4000-8000-000000000002";

  private GivenRecord() {}

  /** An id that follows from the name. */
  static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * A conversation with one agent leg that was answered after a second and handled until the end.
   */
  static String of(String name, Instant start, Instant end) {
    Instant answered = start.plusSeconds(1);
    long talk = Duration.between(answered, end).toMillis();
    return """
    {"conversationId": "%s", "conversationStart": "%s", "conversationEnd": "%s", "originatingDirection": "inbound",
     "participants": [{"participantId": "%s", "purpose": "agent", "userId": "%s", "sessions": [
       {"mediaType": "voice", "sessionId": "%s", "direction": "inbound",
        "segments": [{"segmentStart": "%s", "segmentEnd": "%s", "queueId": "%s", "segmentType": "interact"}],
        "metrics": [{"name": "tAnswered", "value": 1000, "emitDate": "%s"},
                    {"name": "tTalkComplete", "value": %d, "emitDate": "%s"},
                    {"name": "tHandle", "value": %d, "emitDate": "%s"}]}]}]}\
    """
        .formatted(
            id(name),
            start,
            end,
            id(name + " participant"),
            USER,
            id(name + " session"),
            answered,
            end,
            QUEUE,
            answered,
            talk,
            end,
            talk,
            end);
  }

  /** So many conversations of a minute each, one after the other. */
  static List<String> sequence(String name, Instant start, Duration apart, int count) {
    List<String> records = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      Instant begin = start.plus(apart.multipliedBy(index));
      records.add(of(name + " " + index, begin, begin.plusSeconds(60)));
    }
    return records;
  }
}
