package com.spokefleet.siem.evaluate;

import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.EventScope;
import com.spokefleet.siem.lookup.Enrichment;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.lookup.Org;
import com.spokefleet.siem.predicate.FieldValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What detections tell of a stream of events: which SIEMs have to tell as well. Windows slide over
 * the time at which events happened; events may come late, out of order and more than once. Not
 * safe for use by several threads.
 */
public final class DetectionEvaluator {
  private final List<RunningDetection> all;
  private final Map<EventScope, List<RunningDetection>> byScope = new EnumMap<>(EventScope.class);
  private final Enrichment enrichment;
  private final List<String> watchedOrgs;
  private @Nullable Instant watchedSince;

  /**
   * @param lookups what is privileged, what users are called, and which orgs are watched for
   *     silence
   */
  public DetectionEvaluator(List<Detection> detections, Lookups lookups) {
    this.all = detections.stream().map(RunningDetection::new).toList();
    for (EventScope scope : EventScope.values()) {
      byScope.put(scope, all.stream().filter(one -> one.detection().events() == scope).toList());
    }
    this.enrichment = new Enrichment(lookups);
    this.watchedOrgs = lookups.orgs().stream().filter(Org::sendsEvents).map(Org::id).toList();
  }

  /** Takes the next event that arrives; the alerts it completes. */
  public List<Alert> see(FieldValues flat, Instant arrivedAt) {
    FieldValues event = enrichment.of(flat);
    String identity = identity(event);
    Instant time = EventMoments.of(event, arrivedAt);
    List<Alert> alerts = new ArrayList<>();
    byScope.forEach(
        (scope, detections) -> {
          if (!detections.isEmpty() && scope.holds(event)) {
            for (RunningDetection detection : detections) {
              detection.see(event, identity, time, arrivedAt).ifPresent(alerts::add);
            }
          }
        });
    return alerts;
  }

  /** Lets time go by without an event; silence is watched from the first call on. */
  public List<Alert> passTo(Instant now) {
    Instant since = watchedSince;
    if (since == null) {
      watchedSince = now;
      return List.of();
    }
    List<Alert> alerts = new ArrayList<>();
    for (RunningDetection detection : all) {
      for (String org : watchedOrgs) {
        Optional<Alert> alert = detection.look(org, since, now);
        alert.ifPresent(alerts::add);
      }
    }
    return alerts;
  }

  /** The audit's id, which is the same however it came; of others the event's. */
  private static String identity(FieldValues event) {
    List<String> audit = event.of("audit_id");
    List<String> ids = audit.isEmpty() ? event.of("event_id") : audit;
    return ids.isEmpty() ? "" : ids.getFirst();
  }
}
