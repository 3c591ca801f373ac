package com.spokefleet.ingest.edge;

import com.spokefleet.aws.FirehoseStream;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.edge.EdgeRecord;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.JsonLog;
import com.spokefleet.telemetry.LogField;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts polled measurements on the org's delivery streams, as events that look like Genesys' own,
 * each once per stream; after a death or a lost answer once more, under the same id. What a stream
 * does not take is counted and told, and fails nothing: the next run puts what is newest then.
 */
public final class EdgeStreams {
  /** A measurement has some kilobytes, so a call stays far below its 4 MiB. */
  private static final int AT_ONCE = 200;

  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

  private final Map<String, FirehoseStream> streams;
  private final EdgeEvents events;
  private final PutMeasurements put;
  private final Sleeper sleeper;
  private final Metrics metrics;
  private final Dimensions dimensions;
  private final JsonLog log;

  /**
   * @param streams by name
   */
  public EdgeStreams(
      Spoke spoke,
      Map<String, FirehoseStream> streams,
      CheckpointStore checkpoints,
      Sleeper sleeper,
      Metrics metrics,
      JsonLog log) {
    this.streams = new TreeMap<>(streams);
    this.events = new EdgeEvents(spoke);
    this.put = new PutMeasurements(new JsonState(checkpoints, "edge-streams/" + spoke.orgId()));
    this.sleeper = sleeper;
    this.metrics = metrics;
    this.dimensions = Dimensions.org(spoke.name());
    this.log = log.with(LogField.org(spoke.name()), LogField.dataset(EdgeMetricsDataset.NAME));
  }

  /** Puts those that are not in a stream yet. */
  void put(List<EdgeRecord.Decoded> measurements, Deadline deadline) {
    try {
      put.read();
      for (Map.Entry<String, FirehoseStream> stream : streams.entrySet()) {
        put(measurements, new Target(stream.getKey(), stream.getValue(), deadline));
      }
    } catch (RuntimeException failure) {
      // What was to be landed is landed; a stream must not make it look otherwise.
      log.error("Cannot put measurements on streams: " + failure);
      metrics.count(MetricName.EDGE_EVENTS_FAILED, measurements.size(), dimensions);
    }
  }

  private void put(List<EdgeRecord.Decoded> measurements, Target target) {
    List<EdgeRecord.Decoded> fresh =
        measurements.stream()
            .filter(record -> !put.contains(target.name(), record.measurement()))
            .toList();
    long failed = 0;
    for (int from = 0; from < fresh.size(); from += AT_ONCE) {
      List<EdgeRecord.Decoded> some = fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE));
      List<EdgeRecord.Decoded> refused = target.put(some);
      some.stream()
          .filter(record -> !refused.contains(record))
          .forEach(record -> put.add(target.name(), record.measurement()));
      failed += refused.size();
    }
    put.write();
    metrics.count(MetricName.EDGE_EVENTS_PUT, fresh.size() - failed, dimensions);
    metrics.count(MetricName.EDGE_EVENTS_FAILED, failed, dimensions);
  }

  /** One stream during one run. */
  private final class Target {
    private final String name;
    private final FirehoseStream stream;
    private final Deadline deadline;

    Target(String name, FirehoseStream stream, Deadline deadline) {
      this.name = name;
      this.stream = stream;
      this.deadline = deadline;
    }

    String name() {
      return name;
    }

    /** Those that are not in the stream, for all that is known. */
    List<EdgeRecord.Decoded> put(List<EdgeRecord.Decoded> some) {
      List<EdgeRecord.Decoded> left = some;
      Duration pause = FIRST_PAUSE;
      for (int attempt = 1; ; attempt++) {
        Attempt made = putOnce(left);
        left = made.left();
        if (left.isEmpty()) {
          return left;
        }
        boolean again = made.passes() && attempt < ATTEMPTS && deadline.allows(pause);
        if (!again || !sleep(pause)) {
          log.error(made.problem(), LogField.of("measurements", left.size()));
          return left;
        }
        pause = pause.multipliedBy(2);
      }
    }

    private Attempt putOnce(List<EdgeRecord.Decoded> some) {
      List<Optional<String>> errors;
      try {
        errors = stream.put(some.stream().map(events::event).toList());
      } catch (SpokefleetException failure) {
        return new Attempt(some, String.valueOf(failure.getMessage()), passes(failure.kind()));
      }
      List<EdgeRecord.Decoded> left = new ArrayList<>();
      String problem = "Cannot put measurements on stream " + name;
      for (int index = 0; index < some.size(); index++) {
        // One that is not answered may not be there.
        Optional<String> error =
            index < errors.size() ? errors.get(index) : Optional.of("its answer is missing");
        if (error.isPresent()) {
          left.add(some.get(index));
          problem = "Cannot put measurements on stream " + name + ": " + error.get();
        }
      }
      return new Attempt(left, problem, true);
    }

    private boolean sleep(Duration pause) {
      try {
        sleeper.sleep(pause);
        return true;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /**
   * What came of one call.
   *
   * @param left what the stream did not take
   * @param problem why
   * @param passes whether it may take them later
   */
  private record Attempt(List<EdgeRecord.Decoded> left, String problem, boolean passes) {}

  /** What may be in the stream already comes again under the same id. */
  private static boolean passes(FailureKind kind) {
    return switch (kind) {
      case RETRYABLE, THROTTLED, UNKNOWN_OUTCOME -> true;
      case PERMANENT, BAD_DATA, DEADLINE, CONFLICT -> false;
    };
  }
}
