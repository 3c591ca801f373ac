package com.spokefleet.testing.stream.firehose;

import java.time.Duration;
import java.util.List;

/** Where a delivery stream delivers to. */
public sealed interface Destination permits SplunkDestination, HttpEndpointDestination {
  BufferingHints buffering();

  /** The most records of one request. */
  int mostRecords();

  /** For how long after its first failure a batch is tried again. */
  Duration retryDuration();

  /** For how long an acknowledgement is waited for, after every attempt. */
  Duration acknowledgementTimeout();

  /** Which folder of the backup bucket gets what could not be delivered. */
  String failedPrefix();

  /** Sends a batch; the id stays the same with every attempt. */
  Outcome send(String id, List<byte[]> records);

  /** Asks whether what was sent is acknowledged. */
  Outcome poll(String id, String acknowledgement);

  /** What became of an attempt. */
  sealed interface Outcome {
    Outcome DELIVERED = new Delivered();

    record Delivered() implements Outcome {}

    /** Received; whether it is safe will be told by the acknowledgement. */
    record Waiting(String acknowledgement) implements Outcome {}

    record Failed(String code, String message) implements Outcome {}

    /** Failed for ever, and nothing is backed up. */
    record Lost(String reason) implements Outcome {}
  }
}
