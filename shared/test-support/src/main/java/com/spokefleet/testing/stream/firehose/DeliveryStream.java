package com.spokefleet.testing.stream.firehose;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.bus.EventSink;
import com.spokefleet.testing.stream.firehose.Destination.Outcome;
import com.spokefleet.testing.stream.intake.FaultScript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One Firehose delivery stream: buffers records for the processor and what it makes of them for the
 * destination, tries again, backs up what cannot be transformed or delivered, and loses what is a
 * day old. All of it happens by the virtual clock, when told to {@link #work}. Not thread-safe.
 */
public final class DeliveryStream implements EventSink {
  /** Why events are gone that neither destination nor bucket took for a day. */
  public static final String RETENTION = "a day old, with neither destination nor bucket";

  /** Why events are not delivered that the processor dropped. */
  public static final String PROCESSOR = "dropped by the processor";

  private static final int LARGEST_RECORD = 1_024_000;
  private static final Duration KEPT = Duration.ofHours(24);

  private final StreamSettings settings;
  private final Transformation transformation;
  private final Destination destination;
  private final BackupBucket bucket;
  private final VirtualClock clock;
  private final FaultScript<StreamFault> faults = new FaultScript<>(StreamFault.NONE);
  private final RecordBuffer incoming;
  private final RecordBuffer outgoing;
  private final List<Shipment> shipments = new ArrayList<>();
  private final List<Unprocessed> unprocessed = new ArrayList<>();
  private final Map<String, String> dropped = new TreeMap<>();
  private final Set<String> delivered = new HashSet<>();
  private long records;
  private long shipped;

  /** Failed in the processor, and not in the bucket yet. */
  private record Unprocessed(StreamRecord record, FailedRecord failure) {}

  public DeliveryStream(
      StreamSettings settings,
      Processor processor,
      Destination destination,
      BackupBucket bucket,
      VirtualClock clock) {
    this.settings = settings;
    this.transformation = new Transformation(settings, processor, clock);
    this.destination = destination;
    this.bucket = bucket;
    this.clock = clock;
    this.incoming = new RecordBuffer(settings.processing(), Integer.MAX_VALUE);
    this.outgoing = new RecordBuffer(destination.buffering(), destination.mostRecords());
  }

  public StreamSettings settings() {
    return settings;
  }

  public FaultScript<StreamFault> faults() {
    return faults;
  }

  @Override
  public Offer offer(byte[] event) {
    StreamFault fault = faults.take();
    if (event.length > LARGEST_RECORD) {
      return new Offer.Refused("INVALID_PARAMETER", "A record has 1,000 KiB at most");
    }
    return switch (fault) {
      case THROTTLED -> new Offer.Unavailable("THROTTLING", "Slow down.");
      case DENIED -> new Offer.Refused("NO_PERMISSIONS", "Not authorized to firehose:PutRecord");
      case NONE -> {
        put(event);
        yield Offer.ACCEPTED;
      }
    };
  }

  private void put(byte[] data) {
    Instant now = clock.instant();
    String recordId = "4954698668313554428650745793632162567570%014d".formatted(++records);
    String eventId = EventIds.of(data).orElse(recordId);
    incoming.add(new StreamRecord(recordId, now, eventId, data, data), now);
  }

  /** Does all that is due. */
  public void work() {
    expire();
    while (incoming.isDue(clock.instant())) {
      transform(incoming.take());
    }
    while (outgoing.isDue(clock.instant())) {
      shipments.add(new Shipment(shipmentId(), outgoing.take(), clock.instant()));
    }
    for (Iterator<Shipment> all = shipments.iterator(); all.hasNext(); ) {
      if (isThrough(all.next())) {
        all.remove();
      }
    }
    backUpUnprocessed();
  }

  private void transform(List<StreamRecord> batch) {
    ProcessorReply reply = transformation.transform(batch);
    Instant now = clock.instant();
    switch (reply) {
      case ProcessorReply.Kept kept -> {
        kept.ok().forEach(record -> outgoing.add(record, now));
        kept.dropped().forEach(record -> dropped.put(record.eventId(), PROCESSOR));
        fail(
            kept.failed(),
            1,
            "Lambda.ProcessingFailedStatus",
            "ProcessingFailed status set for record");
      }
      case ProcessorReply.Broken broken ->
          fail(batch, 1 + settings.retries(), broken.code(), broken.message());
    }
  }

  private void fail(List<StreamRecord> failed, int attempts, String code, String message) {
    Map<String, String> more = Map.of("lambdaArn", settings.lambdaArn());
    for (StreamRecord record : failed) {
      unprocessed.add(
          new Unprocessed(
              record,
              new FailedRecord(
                  attempts,
                  record.arrival(),
                  code,
                  message,
                  clock.instant(),
                  record.original(),
                  more)));
    }
  }

  private void backUpUnprocessed() {
    if (!unprocessed.isEmpty()
        && bucket.write(
            settings.prefix() + BackupBucket.PROCESSING_FAILED,
            settings.name(),
            unprocessed.stream().map(Unprocessed::failure).toList())) {
      unprocessed.clear();
    }
  }

  private boolean isThrough(Shipment shipment) {
    Instant now = clock.instant();
    return switch (shipment.work(destination, now)) {
      case Outcome.Waiting waiting -> false;
      case Outcome.Delivered done -> {
        shipment.records().forEach(record -> delivered.add(record.eventId()));
        yield true;
      }
      case Outcome.Lost lost -> {
        shipment.records().forEach(record -> dropped.put(record.eventId(), lost.reason()));
        yield true;
      }
      case Outcome.Failed failure -> {
        boolean backedUp =
            shipment.isGivenUp(destination.retryDuration(), now)
                && bucket.write(
                    settings.prefix() + destination.failedPrefix(),
                    settings.name(),
                    shipment.failed(failure, now));
        if (!backedUp) {
          shipment.retryLater(clock.instant());
        }
        yield backedUp;
      }
    };
  }

  private void expire() {
    Instant arrivedBy = clock.instant().minus(KEPT);
    incoming.expire(arrivedBy).forEach(this::lose);
    outgoing.expire(arrivedBy).forEach(this::lose);
    for (Shipment shipment : shipments) {
      shipment.records().removeIf(record -> isLost(record, arrivedBy));
    }
    shipments.removeIf(shipment -> shipment.records().isEmpty());
    unprocessed.removeIf(one -> isLost(one.record(), arrivedBy));
  }

  private boolean isLost(StreamRecord record, Instant arrivedBy) {
    boolean old = !record.arrival().isAfter(arrivedBy);
    if (old) {
      lose(record);
    }
    return old;
  }

  private void lose(StreamRecord record) {
    dropped.put(record.eventId(), RETENTION);
  }

  private String shipmentId() {
    shipped++;
    return UUID.nameUUIDFromBytes(
            (settings.name() + " " + shipped).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /** Ids of the events that are anywhere within the stream. */
  public Set<String> inFlight() {
    Collection<String> ids = new HashSet<>();
    incoming.addIds(ids);
    outgoing.addIds(ids);
    shipments.forEach(shipment -> shipment.records().forEach(record -> ids.add(record.eventId())));
    unprocessed.forEach(one -> ids.add(one.record().eventId()));
    return Set.copyOf(ids);
  }

  /** Ids of the events that were dropped or lost, with the reason. */
  public Map<String, String> dropped() {
    return Map.copyOf(dropped);
  }

  /** Ids of the events that the destination said it has. */
  public Set<String> delivered() {
    return Set.copyOf(delivered);
  }

  /** How often the processor was called. */
  public long invocations() {
    return transformation.invocations();
  }

  public BackupBucket bucket() {
    return bucket;
  }
}
