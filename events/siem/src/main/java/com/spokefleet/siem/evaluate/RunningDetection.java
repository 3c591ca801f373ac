package com.spokefleet.siem.evaluate;

import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Severity;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.lookup.Enrichment;
import com.spokefleet.siem.predicate.FieldValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One detection at work. */
final class RunningDetection {
  private static final String ORG = "org_id";

  private final Detection detection;
  private final TriggerState state;
  private final QuietTimes quietTimes;

  /** Of a detection of silence: when something of the org came last. */
  private final Map<String, Instant> lastArrivals = new HashMap<>();

  RunningDetection(Detection detection) {
    this.detection = detection;
    this.state = TriggerState.of(detection);
    this.quietTimes = new QuietTimes(longer(detection.quiet(), span(detection.trigger())));
  }

  /** A burst is over a span of its own after its last alert at the earliest. */
  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Duration span(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Count count -> count.within();
      case Trigger.Distinct distinct -> distinct.within();
      case Trigger.EachEvent each -> Duration.ZERO;
      case Trigger.NewCombination fresh -> Duration.ZERO;
      case Trigger.Silence silence -> Duration.ZERO;
    };
  }

  Detection detection() {
    return detection;
  }

  /** Takes an event of the detection's kind. */
  Optional<Alert> see(FieldValues event, String identity, Instant time, Instant arrivedAt) {
    if (!detection.when().matches(event)) {
      return Optional.empty();
    }
    if (detection.trigger() instanceof Trigger.Silence) {
      event.of(ORG).forEach(org -> lastArrivals.put(org, arrivedAt));
      return Optional.empty();
    }
    List<String> group = group(event);
    int count = state.add(group, identity, event, time, arrivedAt);
    if (count == 0) {
      return Optional.empty();
    }
    List<String> privileged = privileged(event);
    Severity severity = privileged.isEmpty() ? detection.severity() : Severity.CRITICAL;
    List<String> quietGroup = new ArrayList<>(group);
    quietGroup.add(severity.name());
    return quietTimes.lets(quietGroup, time)
        ? Optional.of(
            new Alert(detection, severity, named(group), time, count, details(event), privileged))
        : Optional.empty();
  }

  /** Looks whether the org has been silent for too long, and tells it once. */
  Optional<Alert> look(String org, Instant watchedSince, Instant now) {
    if (!(detection.trigger() instanceof Trigger.Silence silence)) {
      return Optional.empty();
    }
    Instant last = lastArrivals.getOrDefault(org, watchedSince);
    boolean isSilent = Duration.between(last, now).compareTo(silence.longest()) > 0;
    return isSilent && quietTimes.lets(List.of(org, last.toString()), last)
        ? Optional.of(
            new Alert(
                detection, detection.severity(), Map.of(ORG, org), now, 0, Map.of(), List.of()))
        : Optional.empty();
  }

  private List<String> group(FieldValues event) {
    List<String> group = new ArrayList<>(detection.by().size());
    for (String field : detection.by()) {
      List<String> values = event.of(field);
      group.add(values.isEmpty() ? "" : values.getFirst());
    }
    return group;
  }

  private Map<String, String> named(List<String> group) {
    Map<String, String> named = new HashMap<>();
    for (int at = 0; at < group.size(); at++) {
      named.put(detection.by().get(at), group.get(at));
    }
    return named;
  }

  private static Map<String, String> details(FieldValues event) {
    Map<String, String> details = new HashMap<>();
    for (String field : Alert.DETAILS) {
      List<String> values = event.of(field);
      if (!values.isEmpty()) {
        details.put(field, values.getFirst());
      }
    }
    return details;
  }

  private static List<String> privileged(FieldValues event) {
    List<String> privileged = new ArrayList<>(event.of(Enrichment.PRIVILEGED_OBJECT));
    privileged.addAll(event.of(Enrichment.PRIVILEGED_ACTOR));
    return privileged;
  }
}
