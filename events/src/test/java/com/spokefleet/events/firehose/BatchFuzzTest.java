package com.spokefleet.events.firehose;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/**
 * Whatever bytes come, their batch is answered as {@link AnsweredBatch} says. Among the tests it
 * runs over the committed inputs; the build's fuzz execution makes new ones, guided by what they
 * reach, and leaves beside the others the one that failed.
 */
final class BatchFuzzTest {
  private static final List<AnsweredBatch> ENVELOPES = AnsweredBatch.ofEveryEnvelope();

  /** The build says for how long, {@code -Dfuzz.seconds}. */
  @DictionaryEntries({
    "\\x1e",
    "null",
    "true",
    "\\ud83d",
    "\"records\":[",
    "\"recordId\":",
    "\"data\":\"",
    "\"detail\":{",
    "\"eventBody\":{",
    "\"detail-type\":",
    "\"source\":",
    "\"eventTime\":",
    "\"propertyChanges\":[{",
    "\"property\":",
    "\"oldValues\":[",
    "\"newValues\":[",
    "\"remoteIp\":[",
    "\"entity\":{",
    "\"id\":",
    "\"name\":",
    "_2",
    "2026-11-19T08:15:42.000Z"
  })
  @FuzzTest(maxDuration = "30s")
  void isAnswered(byte[] bytes) {
    byte[] request = FuzzedBatch.request(bytes);
    for (AnsweredBatch envelope : ENVELOPES) {
      envelope.check(request);
    }
  }
}
