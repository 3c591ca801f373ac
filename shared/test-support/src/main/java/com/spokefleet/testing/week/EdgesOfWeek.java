package com.spokefleet.testing.week;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What Edges measure every minute: load that follows the calls, spikes of a minute or two, and a
 * restart of one Edge in a night of the week.
 */
final class EdgesOfWeek {
  private static final String TOPIC = "v2.telephony.providers.edges.{id}.metrics";
  private static final long MINUTE = 60;
  private static final long WEEK = 7 * 86_400;

  private final BusyOrg org;

  EdgesOfWeek(BusyOrg org) {
    this.org = org;
  }

  void between(Instant from, Duration length, Consumer<WeekEvent> events) {
    double business = Hours.BUSINESS.share(from, Duration.ofHours(1), org.hoursAhead()) * 80;
    for (int edge = 0; edge < org.edges(); edge++) {
      Chance chance = new Chance(org.seed(), org.number(), 3, edge, from.getEpochSecond());
      for (long second = 7L * edge % MINUTE; second < length.toSeconds(); second += MINUTE) {
        if (chance.happens(org.volume())) {
          events.accept(measured(edge, from.plusSeconds(second), business, chance));
        }
      }
    }
  }

  private WeekEvent measured(int edge, Instant at, double business, Chance chance) {
    boolean spike = chance.happens(0.004);
    long cpu =
        spike ? 90 + chance.below(11) : (long) (8 + 45 * Math.min(1, business)) + chance.below(20);
    long mem = 55 + edge % 3 * 8 + chance.below(6);
    long disk = 30 + edge % 5 * 10;
    String id = org.uuid("edge " + edge);
    return new FieldsOfEvent(org, TOPIC, at, id + at.getEpochSecond())
        .put("edge_id", id)
        .put("edge_name", "edge-" + edge)
        .put("cpu_load_percent", cpu)
        .put("mem_used_percent", mem + ".4")
        .put("storage_used_percent", disk + ".9")
        .put("up_time_msec", upTime(edge, at))
        .event();
  }

  private long upTime(int edge, Instant at) {
    Chance chance =
        new Chance(org.seed(), org.number(), 4, Math.floorDiv(at.getEpochSecond(), WEEK));
    long restart = chance.below(7) * 86_400L + 2 * 3_600 + chance.below(3_600);
    boolean restarts = edge == chance.below(Math.max(1, org.edges()));
    long since = Math.floorMod(at.getEpochSecond(), WEEK) - restart;
    return 1_000 * (restarts && since >= 0 ? since : since + 9 * WEEK);
  }
}
