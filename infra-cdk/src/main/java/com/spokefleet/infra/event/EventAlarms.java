package com.spokefleet.infra.event;

import com.spokefleet.events.flatten.DropReason;
import com.spokefleet.infra.alarm.AlarmRule;
import com.spokefleet.infra.alarm.Figure;
import com.spokefleet.infra.alarm.Runbook;
import com.spokefleet.telemetry.Dimension;
import com.spokefleet.telemetry.MetricName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When the event path of one org wakes somebody. */
public final class EventAlarms {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** Firehose holds an event for a minute, the processor for ten seconds. */
  private static final long LATE_SECONDS = 600;

  /** What is in flight at both ends of an hour, as a share of it and at least. */
  private static final String IN_FLIGHT = "0.05 * FILL(incoming, 0)";

  private static final int AT_LEAST_IN_FLIGHT = 100;
  private static final int HOURS_OF_A_GAP = 3;

  private final String org;
  private final Figure maintenance;

  /**
   * @param org name of the spoke
   * @param maintenance one while Genesys itself says that the region is being worked on
   */
  public EventAlarms(String org, Figure maintenance) {
    this.org = org;
    this.maintenance = maintenance;
  }

  /**
   * The rules.
   *
   * @param silence no event for so long is wrong; empty if any time may pass
   * @param dailyBytes more of them on one day are wrong
   */
  public List<AlarmRule> rules(
      List<StreamFigures> streams, Optional<Duration> silence, long dailyBytes) {
    List<AlarmRule> rules = new ArrayList<>();
    for (StreamFigures stream : streams) {
      rules.add(untransformed(stream));
      rules.add(failed(stream));
      rules.add(undelivered(stream));
      rules.add(late(stream));
      silence.ifPresent(longest -> rules.add(silent(stream, longest)));
    }
    if (!streams.isEmpty()) {
      rules.add(costly(streams, dailyBytes));
    }
    return rules;
  }

  private AlarmRule untransformed(StreamFigures stream) {
    return AlarmRule.above(
        "gap-" + stream.destination(),
        "Events of %s on their way to %s are missing in the transformation's account."
            .formatted(org, stream.destination()),
        Runbook.EVENTS_DO_NOT_ADD_UP,
        "ABS(FILL(incoming, 0) - FILL(received, 0)) - " + IN_FLIGHT,
        Map.of(
            "incoming",
            Figure.ofStream(stream.stream(), "IncomingRecords", "Sum"),
            "received",
            ours(MetricName.EVENTS_RECEIVED, stream)),
        AT_LEAST_IN_FLIGHT,
        HOUR,
        HOURS_OF_A_GAP);
  }

  /** What was neither transformed nor dropped has failed, for whatever reason. */
  private AlarmRule failed(StreamFigures stream) {
    Map<String, Figure> figures = new TreeMap<>();
    figures.put("received", ours(MetricName.EVENTS_RECEIVED, stream));
    figures.put("transformed", ours(MetricName.EVENTS_TRANSFORMED, stream));
    StringBuilder failed = new StringBuilder("FILL(received, 0) - FILL(transformed, 0)");
    for (DropReason reason : DropReason.values()) {
      String label = reason.reason();
      figures.put(
          "dropped_" + label,
          Figure.of(
              MetricName.EVENTS_DROPPED,
              "Sum",
              Map.of(
                  Dimension.ORG,
                  org,
                  Dimension.DESTINATION,
                  stream.destination(),
                  Dimension.REASON,
                  label)));
      failed.append(" - FILL(dropped_").append(label).append(", 0)");
    }
    return AlarmRule.above(
        "failed-" + stream.destination(),
        "Events of %s for %s could not be transformed and lie in the backup."
            .formatted(org, stream.destination()),
        Runbook.EVENTS_DO_NOT_ADD_UP,
        failed.toString(),
        figures,
        0,
        QUARTER,
        1);
  }

  private AlarmRule undelivered(StreamFigures stream) {
    return AlarmRule.above(
        "undelivered-" + stream.destination(),
        "%s has not taken events of %s that were transformed.".formatted(stream.destination(), org),
        Runbook.EVENTS_DO_NOT_ADD_UP,
        "FILL(incoming, 0) - FILL(delivered, 0) - " + IN_FLIGHT,
        Map.of(
            "incoming",
            ours(MetricName.EVENTS_TRANSFORMED, stream),
            "delivered",
            Figure.ofStream(stream.stream(), stream.delivered(), "Sum")),
        AT_LEAST_IN_FLIGHT,
        HOUR,
        HOURS_OF_A_GAP);
  }

  private AlarmRule late(StreamFigures stream) {
    return AlarmRule.above(
        "late-" + stream.destination(),
        "Events of %s wait for %s.".formatted(org, stream.destination()),
        Runbook.EVENTS_ARE_LATE,
        "age",
        Map.of("age", Figure.ofStream(stream.stream(), stream.freshness(), "Maximum")),
        LATE_SECONDS,
        QUARTER,
        1);
  }

  private AlarmRule silent(StreamFigures stream, Duration longest) {
    // A period of CloudWatch is a day at most.
    long days = Math.max(1, longest.plusDays(1).minusSeconds(1).toDays());
    return AlarmRule.absent(
        "silent-" + stream.destination(),
        "No event of %s for %s.".formatted(org, longest),
        Runbook.EVENTS_ARE_SILENT,
        "IF(FILL(maintenance, 0) > 0, 1, FILL(received, 0))",
        Map.of("maintenance", maintenance, "received", ours(MetricName.EVENTS_RECEIVED, stream)),
        Duration.ofMinutes(longest.dividedBy(days).toMinutes()),
        (int) days);
  }

  private AlarmRule costly(List<StreamFigures> streams, long dailyBytes) {
    Map<String, Figure> bytes = new TreeMap<>();
    for (StreamFigures stream : streams) {
      bytes.put("bytes" + bytes.size(), Figure.ofStream(stream.stream(), "IncomingBytes", "Sum"));
    }
    return AlarmRule.above(
        "bytes",
        "Events of %s are more than a day's worth.".formatted(org),
        Runbook.EVENTS_COST_TOO_MUCH,
        AlarmRule.sum(bytes),
        bytes,
        dailyBytes,
        DAY,
        1);
  }

  private Figure ours(MetricName metric, StreamFigures stream) {
    return Figure.of(
        metric, "Sum", Map.of(Dimension.ORG, org, Dimension.DESTINATION, stream.destination()));
  }
}
