package com.spokefleet.cli.demo.stream;

import com.spokefleet.siem.detection.Category;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.evaluate.Alert;
import com.spokefleet.siem.evaluate.DetectionEvaluator;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.lookup.Privileged;
import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.testing.stream.intake.EventStore;
import com.spokefleet.testing.stream.intake.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the catalogue of detections finds in the two SIEMs' stores, each by itself: the same, since
 * both are sent the same fields.
 *
 * @param inSplunk the worst first, then in order of time
 * @param inDatadog in the same order
 * @param privileged what the SOC is paged for
 * @param evidence the event behind the worst alert, as an analyst finds it in either store
 */
public record DemoAlerts(
    List<Alert> inSplunk,
    List<Alert> inDatadog,
    List<Privileged> privileged,
    List<String> evidence) {
  /** Datadog's fields lie beneath this name. */
  private static final String IN_DATADOG = "genesys.";

  static DemoAlerts of(
      List<Detection> catalogue, Lookups lookups, EventStore splunk, EventStore datadog) {
    List<Alert> inSplunk = alerts(new DetectionEvaluator(catalogue, lookups), splunk, "");
    return new DemoAlerts(
        inSplunk,
        alerts(new DetectionEvaluator(catalogue, lookups), datadog, IN_DATADOG),
        lookups.privileged(),
        inSplunk.isEmpty() ? List.of() : evidence(inSplunk.getFirst(), splunk, datadog));
  }

  private static List<String> evidence(Alert alert, EventStore splunk, EventStore datadog) {
    String id = alert.details().getOrDefault("event_id", "");
    List<String> found = new ArrayList<>();
    splunk
        .searchDistinct(event -> event.has("event_id", id))
        .forEach(
            event ->
                found.add(
                    "Splunk   genesys_event_id=%s: %s by %s from %s"
                        .formatted(
                            id,
                            event.value("command").orElse(""),
                            event.value("user").orElse(""),
                            event.value("src").orElse(""))));
    datadog
        .searchDistinct(event -> event.has(IN_DATADOG + "event_id", id))
        .forEach(
            event ->
                found.add(
                    "Datadog  @genesys.event_id:%s: %s"
                        .formatted(id, event.value("message").orElse(""))));
    return found;
  }

  private static List<Alert> alerts(DetectionEvaluator evaluator, EventStore store, String prefix) {
    List<Alert> alerts = new ArrayList<>();
    for (StoredEvent stored : store.search(any -> true)) {
      FieldValues fields = field -> stored.values(prefix + field);
      alerts.addAll(evaluator.see(fields, stored.receivedAt()));
    }
    alerts.sort(
        Comparator.comparing(Alert::severity)
            .thenComparing(Alert::at)
            .thenComparing(alert -> alert.detection().id())
            .thenComparing(Alert::text));
    return alerts;
  }

  /**
   * What does not hold; none if the SOC was told what it has to be told.
   *
   * @param isAboutOAuth whether somebody viewed or created an OAuth client
   */
  List<String> problems(boolean isAboutOAuth) {
    List<String> problems = new ArrayList<>();
    List<String> splunk = inSplunk.stream().map(Alert::toString).toList();
    if (!splunk.equals(inDatadog.stream().map(Alert::toString).toList())) {
      problems.add("Splunk and Datadog do not alert of the same");
    }
    if (isAboutOAuth
        && inSplunk.stream().noneMatch(alert -> alert.detection().category() == Category.OAUTH)) {
      problems.add("nothing was told of OAuth clients");
    }
    if (!privileged.isEmpty() && inSplunk.stream().noneMatch(Alert::isPaged)) {
      problems.add("nobody was paged although what is privileged was touched");
    }
    return problems;
  }
}
