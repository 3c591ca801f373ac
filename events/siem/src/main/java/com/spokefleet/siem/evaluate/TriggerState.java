package com.spokefleet.siem.evaluate;

import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.predicate.FieldValues;
import java.time.Instant;
import java.util.List;

/** What a detection remembers of the events that met its predicate. */
interface TriggerState {
  /**
   * An event that met the predicate.
   *
   * @param group the values of the fields that make its group
   * @param identity of the event; the same one twice is a duplicate
   * @param time when it happened
   * @return how many were counted if that is an alert; otherwise 0
   */
  int add(List<String> group, String identity, FieldValues event, Instant time, Instant arrivedAt);

  static TriggerState of(Detection detection) {
    return switch (detection.trigger()) {
      case Trigger.EachEvent each -> new EachEventState();
      case Trigger.Count count -> WindowState.ofEvents(count.least(), count.within());
      case Trigger.Distinct distinct ->
          WindowState.ofValues(distinct.field(), distinct.least(), distinct.within());
      case Trigger.NewCombination fresh -> new CombinationState(fresh);
      case Trigger.Silence silence -> (group, identity, event, time, arrivedAt) -> 0;
    };
  }
}
