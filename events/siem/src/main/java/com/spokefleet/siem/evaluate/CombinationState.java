package com.spokefleet.siem.evaluate;

import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.predicate.FieldValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which combinations of values each group has had, and when last. */
final class CombinationState implements TriggerState {
  private static final class Known {
    private final Map<List<String>, Instant> lastSeen = new HashMap<>();
    private Instant first = Instant.MAX;
  }

  private final Trigger.NewCombination trigger;
  private final Map<List<String>, Known> groups = new HashMap<>();

  CombinationState(Trigger.NewCombination trigger) {
    this.trigger = trigger;
  }

  /** A group that has no name is nobody, of whom nothing can be usual. */
  @Override
  public int add(
      List<String> group, String identity, FieldValues event, Instant time, Instant arrivedAt) {
    if (group.contains("")) {
      return 0;
    }
    Known known = groups.computeIfAbsent(group, key -> new Known());
    if (time.isBefore(known.first)) {
      known.first = time;
    }
    List<String> combination = new ArrayList<>();
    trigger.fields().forEach(field -> combination.add(String.join("|", event.of(field))));
    Instant before = known.lastSeen.get(combination);
    if (before == null || before.isBefore(time)) {
      known.lastSeen.put(combination, time);
    }
    boolean isUsual = before != null && !before.isBefore(time.minus(trigger.baseline()));
    boolean isLearnt = !known.first.isAfter(time.minus(trigger.learning()));
    return !isUsual && isLearnt ? 1 : 0;
  }
}
