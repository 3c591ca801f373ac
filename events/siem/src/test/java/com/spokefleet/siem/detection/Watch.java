package com.spokefleet.siem.detection;

import com.spokefleet.siem.evaluate.Alert;
import com.spokefleet.siem.evaluate.DetectionEvaluator;
import com.spokefleet.siem.fixture.Fixture;
import com.spokefleet.siem.fixture.FlatEvents;
import com.spokefleet.siem.fixture.SentEvent;
import com.spokefleet.siem.predicate.FieldValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** All fixtures, flattened once, as detections watch them. */
final class Watch {
  private final Map<Fixture, List<FieldValues>> fixtures = new LinkedHashMap<>();

  Watch(List<Fixture> fixtures) {
    FlatEvents flat = new FlatEvents();
    for (Fixture fixture : fixtures) {
      List<FieldValues> events = new ArrayList<>();
      fixture.events().forEach(event -> events.add(flat.of(event)));
      this.fixtures.put(fixture, List.copyOf(events));
    }
  }

  List<Fixture> fixtures() {
    return List.copyOf(fixtures.keySet());
  }

  List<FieldValues> events(Fixture fixture) {
    return fixtures.getOrDefault(fixture, List.of());
  }

  /** Names of the fixtures that each of the detections fires on, also if ids are the same. */
  Map<Detection, SortedSet<String>> firesOn(List<Detection> detections) {
    Map<Detection, SortedSet<String>> names = new IdentityHashMap<>();
    detections.forEach(detection -> names.put(detection, new TreeSet<>()));
    for (Fixture fixture : fixtures.keySet()) {
      for (Alert alert : alerts(detections, fixture)) {
        names.computeIfAbsent(alert.detection(), key -> new TreeSet<>()).add(fixture.name());
      }
    }
    return names;
  }

  /** What the detections tell of the fixture, each event arriving when it happens. */
  List<Alert> alerts(List<Detection> detections, Fixture fixture) {
    DetectionEvaluator evaluator = new DetectionEvaluator(detections, fixture.lookups());
    List<Alert> alerts = new ArrayList<>();
    Instant now = fixture.events().getFirst().at();
    evaluator.passTo(now);
    List<FieldValues> flat = events(fixture);
    for (int at = 0; at < flat.size(); at++) {
      SentEvent event = fixture.events().get(at);
      now = event.at();
      alerts.addAll(evaluator.passTo(now));
      alerts.addAll(evaluator.see(flat.get(at), now));
    }
    alerts.addAll(evaluator.passTo(now.plus(fixture.watched())));
    return alerts;
  }
}
