package com.spokefleet.testing.stream.firehose;

import java.time.Instant;

/**
 * A record on the stream.
 *
 * @param eventId of the event it holds, so that it can be followed
 * @param original as it was put
 * @param data what is delivered: the original, and once transformed what the processor made of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StreamRecord(
    String recordId, Instant arrival, String eventId, byte[] original, byte[] data) {
  StreamRecord transformed(byte[] made) {
    return new StreamRecord(recordId, arrival, eventId, original, made);
  }
}
