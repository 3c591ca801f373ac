package com.spokefleet.testing.stream.firehose;

import com.spokefleet.testing.stream.firehose.Destination.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A batch on its way to the destination. */
final class Shipment {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);

  private final String id;
  private final List<StreamRecord> records;
  private final SplittableRandom jitter;
  private int attempts;
  private Duration wait = FIRST_WAIT;
  private Instant next;
  private @Nullable Instant firstFailure;
  private @Nullable String acknowledgement;
  private Instant sent;

  Shipment(String id, List<StreamRecord> records, Instant now) {
    this.id = id;
    this.records = new ArrayList<>(records);
    this.jitter = new SplittableRandom(id.hashCode());
    this.next = now;
    this.sent = now;
  }

  List<StreamRecord> records() {
    return records;
  }

  /** What has become of it since it was last looked at; Waiting if nothing has. */
  Outcome work(Destination destination, Instant now) {
    if (acknowledgement != null) {
      return isAcknowledged(destination, acknowledgement, now);
    }
    if (next.isAfter(now)) {
      return new Outcome.Waiting("the next attempt");
    }
    attempts++;
    sent = now;
    Outcome outcome = destination.send(id, records.stream().map(StreamRecord::data).toList());
    if (outcome instanceof Outcome.Waiting waiting) {
      acknowledgement = waiting.acknowledgement();
    }
    return outcome;
  }

  private Outcome isAcknowledged(Destination destination, String asked, Instant now) {
    Outcome outcome = destination.poll(id, asked);
    if (outcome instanceof Outcome.Waiting
        && !now.isBefore(sent.plus(destination.acknowledgementTimeout()))) {
      acknowledgement = null;
      return new Outcome.Failed(
          "Splunk.AckTimeout",
          "Did not receive an acknowledgement before the timeout expired; the data may still have"
              + " been indexed");
    }
    return outcome;
  }

  /** Whether a failure now is the last one; the duration starts with the first. */
  boolean isGivenUp(Duration retryDuration, Instant now) {
    if (firstFailure == null) {
      firstFailure = now;
    }
    return !now.isBefore(firstFailure.plus(retryDuration));
  }

  /** Waits with the documented back-off: doubling up to two minutes, 15 % more or less. */
  void retryLater(Instant now) {
    next = now.plusMillis((long) (wait.toMillis() * jitter.nextDouble(0.85, 1.15)));
    wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
  }

  List<FailedRecord> failed(Outcome.Failed failure, Instant now) {
    return records.stream()
        .map(
            record ->
                new FailedRecord(
                    attempts,
                    record.arrival(),
                    failure.code(),
                    failure.message(),
                    now,
                    record.data(),
                    Map.of("EventId", id)))
        .toList();
  }
}
