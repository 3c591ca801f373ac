package com.spokefleet.testing.stream.firehose;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Records that wait until there are enough of them, or until they have waited long enough. */
final class RecordBuffer {
  private final BufferingHints hints;
  private final int mostRecords;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long bytes;

  private record Waiting(StreamRecord record, Instant since) {}

  RecordBuffer(BufferingHints hints, int mostRecords) {
    this.hints = hints;
    this.mostRecords = mostRecords;
  }

  void add(StreamRecord record, Instant now) {
    waiting.add(new Waiting(record, now));
    bytes += record.data().length;
  }

  boolean isDue(Instant now) {
    Waiting oldest = waiting.peek();
    return oldest != null
        && (bytes >= hints.bytes()
            || waiting.size() >= mostRecords
            || !oldest.since().plus(hints.interval()).isAfter(now));
  }

  /** The oldest records, up to the size of a batch. */
  List<StreamRecord> take() {
    List<StreamRecord> batch = new ArrayList<>();
    long taken = 0;
    while (batch.size() < mostRecords && taken < hints.bytes() && !waiting.isEmpty()) {
      StreamRecord record = waiting.remove().record();
      batch.add(record);
      taken += record.data().length;
    }
    bytes -= taken;
    return batch;
  }

  /** Takes out what arrived at or before that instant. */
  List<StreamRecord> expire(Instant arrivedBy) {
    List<StreamRecord> expired = new ArrayList<>();
    waiting.removeIf(
        one -> {
          boolean old = !one.record().arrival().isAfter(arrivedBy);
          if (old) {
            expired.add(one.record());
            bytes -= one.record().data().length;
          }
          return old;
        });
    return expired;
  }

  void addIds(Collection<String> ids) {
    waiting.forEach(one -> ids.add(one.record().eventId()));
  }
}
