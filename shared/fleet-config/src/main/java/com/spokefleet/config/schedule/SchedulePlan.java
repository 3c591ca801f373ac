package com.spokefleet.config.schedule;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which minute of its period each org starts. Orgs of one period are spread evenly over its
 * minutes (see {@link EvenMinutes}); the plan follows from their ids and periods alone, whatever
 * their names, their order and the day.
 */
public final class SchedulePlan {
  private final List<Slot> slots;
  private final Map<String, Slot> byName = new HashMap<>();

  private SchedulePlan(List<Slot> slots) {
    this.slots = List.copyOf(slots);
    this.slots.forEach(slot -> byName.put(slot.spoke(), slot));
  }

  public static SchedulePlan of(Fleet fleet) {
    Map<Duration, List<Spoke>> byPeriod =
        fleet.spokes().stream().collect(Collectors.groupingBy(spoke -> spoke.schedule().period()));
    Map<String, Slot> byOrgId = new HashMap<>();
    byPeriod.forEach((period, spokes) -> byOrgId.putAll(slots(period, spokes)));
    return new SchedulePlan(
        fleet.spokes().stream()
            .flatMap(spoke -> Stream.ofNullable(byOrgId.get(spoke.orgId())))
            .toList());
  }

  private static Map<String, Slot> slots(Duration period, List<Spoke> spokes) {
    Map<String, String> names =
        spokes.stream().collect(Collectors.toMap(Spoke::orgId, Spoke::name));
    Map<String, Slot> slots = new HashMap<>();
    EvenMinutes.of(names.keySet(), (int) period.toMinutes())
        .forEach(
            (orgId, minute) ->
                slots.put(orgId, new Slot(names.getOrDefault(orgId, orgId), period, minute)));
    return slots;
  }

  /** One per org, in the order of fleet.yaml. */
  public List<Slot> slots() {
    return slots;
  }

  /**
   * @throws IllegalArgumentException if the fleet has no such spoke
   */
  public Slot slot(String spokeName) {
    Slot slot = byName.get(spokeName);
    if (slot == null) {
      throw new IllegalArgumentException(
          "Cannot tell when %s starts: the fleet has no such spoke".formatted(spokeName));
    }
    return slot;
  }

  /**
   * How many orgs start in each minute of the hour (0 to 59) at most; those that start every few
   * hours or once a day count in their minute as if they did so every hour.
   */
  public int[] startsByMinute() {
    int[] starts = new int[60];
    for (Slot slot : slots) {
      int step = (int) Math.min(60, slot.period().toMinutes());
      for (int minute = slot.minute() % step; minute < 60; minute += step) {
        starts[minute]++;
      }
    }
    return starts;
  }
}
