package com.spokefleet.testing.week;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Several busy organisations. Everything follows from the seed. At full volume ten of them send
 * about five million events a week: ends of conversations, metrics of Edges, some ten thousands of
 * audits each.
 */
public final class BusyFleet {
  private static final Duration SLICE = Duration.ofMinutes(15);

  private record Sources(CallsOfWeek calls, EdgesOfWeek edges, AuditsOfWeek audits) {}

  private final List<BusyOrg> orgs;
  private final List<Sources> sources;

  /**
   * @param volume share of the calls, measurements and bulk audits; what people do is always whole
   */
  public BusyFleet(int orgs, long seed, double volume) {
    this.orgs =
        IntStream.range(0, orgs).mapToObj(number -> new BusyOrg(number, seed, volume)).toList();
    this.sources =
        this.orgs.stream()
            .map(
                org ->
                    new Sources(new CallsOfWeek(org), new EdgesOfWeek(org), new AuditsOfWeek(org)))
            .toList();
  }

  public List<BusyOrg> orgs() {
    return orgs;
  }

  /** All events of the time, nearly in order. */
  public void events(Instant from, Instant to, Consumer<WeekEvent> consumer) {
    slices(
        from,
        to,
        (source, at, events) -> {
          source.calls().between(at, SLICE, events);
          source.edges().between(at, SLICE, events);
          source.audits().between(at, SLICE, true, events);
        },
        consumer);
  }

  /** What people and programs do, without what comes in bulk: so their habits are known. */
  public void habits(Instant from, Instant to, Consumer<WeekEvent> consumer) {
    slices(
        from,
        to,
        (source, at, events) -> source.audits().between(at, SLICE, false, events),
        consumer);
  }

  @FunctionalInterface
  private interface Slice {
    void take(Sources source, Instant at, Consumer<WeekEvent> events);
  }

  private void slices(Instant from, Instant to, Slice slice, Consumer<WeekEvent> consumer) {
    for (Instant at = from; at.isBefore(to); at = at.plus(SLICE)) {
      List<WeekEvent> events = new ArrayList<>();
      for (Sources source : sources) {
        slice.take(source, at, events::add);
      }
      events.sort(Comparator.comparing(WeekEvent::at));
      events.forEach(consumer);
    }
  }
}
