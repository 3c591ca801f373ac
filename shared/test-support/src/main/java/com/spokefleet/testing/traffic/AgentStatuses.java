package com.spokefleet.testing.traffic;

import com.spokefleet.testing.ledger.TrueStatus.Kind;
import com.spokefleet.testing.org.DirectoryEntry;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Presences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agents of an organisation do all day, invented from the seed: shifts by local time, some
 * over midnight, days off that make a status last for days, and within a shift presences and
 * routing statuses that fit each other. Each agent has exactly one presence and one routing status
 * at any moment since the first minutes of the history. Thread-safe.
 */
public final class AgentStatuses {
  private static final long DAY_MILLIS = 86_400_000;

  /** Within which the first statuses of all agents begin. */
  private static final long FIRST_MINUTES = 600_000;

  private final FakeOrgSettings settings;
  private final Presences presences;
  private final List<DirectoryEntry> users;
  private long builtForDay = Long.MIN_VALUE;
  private List<GeneratedStatus> built = List.of();

  public AgentStatuses(FakeOrgSettings settings, Presences presences, List<DirectoryEntry> users) {
    this.settings = settings;
    this.presences = presences;
    this.users = List.copyOf(users);
  }

  /** Every status that began by the instant, in order of start; ends may lie behind it. */
  public List<GeneratedStatus> startedBy(long asOf) {
    List<GeneratedStatus> all = upTo(Math.floorDiv(asOf, DAY_MILLIS));
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).start() <= asOf) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return all.subList(0, low);
  }

  /** Everything that can have begun by the end of the UTC day. */
  private synchronized List<GeneratedStatus> upTo(long epochDay) {
    if (builtForDay < epochDay) {
      List<GeneratedStatus> all = new ArrayList<>();
      for (int index = 0; index < users.size(); index++) {
        Timeline timeline = new Timeline(users.get(index).id(), settings, presences, index);
        all.addAll(timeline.until(epochDay + 1));
      }
      all.sort(
          Comparator.comparingLong(GeneratedStatus::start)
              .thenComparing(GeneratedStatus::userId)
              .thenComparing(GeneratedStatus::kind));
      built = List.copyOf(all);
      builtForDay = epochDay;
    }
    return built;
  }

  /** The statuses of one agent from the beginning of the history on. */
  private static final class Timeline {
    private final String userId;
    private final FakeOrgSettings settings;
    private final Presences presences;
    private final int index;
    private final List<GeneratedStatus> statuses = new ArrayList<>();
    private String presence = "OFFLINE";
    private String presenceId;
    private long presenceSince;
    private String routing = "OFF_QUEUE";
    private long routingSince;

    Timeline(String userId, FakeOrgSettings settings, Presences presences, int index) {
      this.userId = userId;
      this.settings = settings;
      this.presences = presences;
      this.index = index;
      this.presenceId = presences.idsOf("OFFLINE").getFirst();
      this.presenceSince =
          settings.historyStart().toEpochMilli()
              + Long.remainderUnsigned(Dice.mix(settings.seed(), index, 0x57A7L), FIRST_MINUTES);
      this.routingSince = presenceSince;
    }

    List<GeneratedStatus> until(long endDay) {
      long firstDay = Math.floorDiv(settings.historyStart().toEpochMilli(), DAY_MILLIS) - 1;
      for (long day = firstDay; day <= endDay + 1; day++) {
        Shift.of(settings, index, day).ifPresent(this::work);
      }
      add(Kind.PRESENCE, presenceSince, GeneratedStatus.NEVER, presence, presenceId);
      add(Kind.ROUTING, routingSince, GeneratedStatus.NEVER, routing, null);
      return statuses;
    }

    private void work(Shift shift) {
      long earliest = Math.max(presenceSince, routingSince) + 1_000;
      if (shift.start() < earliest
          || !Instant.ofEpochMilli(shift.start()).isBefore(settings.historyEnd())) {
        return;
      }
      Dice dice = new Dice(Dice.mix(settings.seed() ^ 0xA6E27L, index, shift.start()));
      long now = shift.start();
      present("AVAILABLE", now, dice);
      now += dice.between(20_000, 180_000);
      while (now < shift.end()) {
        now = onQueue(now, Math.min(shift.end(), now + dice.around(5_400_000)), dice);
        present(dice.pick(Shift.PAUSES), now, dice);
        now += dice.around(900_000);
      }
      present("OFFLINE", now, dice);
    }

    private long onQueue(long from, long to, Dice dice) {
      present("ON_QUEUE", from, dice);
      long now = from + dice.between(10, 60);
      route("IDLE", now);
      while (now < to) {
        now += dice.around(120_000);
        if (dice.chance(0.04)) {
          route("NOT_RESPONDING", now);
          now += dice.between(1_000, 20_000);
        } else {
          route("INTERACTING", now);
          now += dice.around(240_000);
          if (dice.chance(0.1)) {
            route("COMMUNICATING", now);
            now += dice.around(60_000);
          }
        }
        route("IDLE", now);
      }
      now += dice.between(1_000, 30_000);
      route("OFF_QUEUE", now);
      return now;
    }

    private void present(String next, long at, Dice dice) {
      add(Kind.PRESENCE, presenceSince, at, presence, presenceId);
      presence = next;
      presenceId = dice.pick(presences.idsOf(next));
      presenceSince = at;
    }

    private void route(String next, long at) {
      add(Kind.ROUTING, routingSince, at, routing, null);
      routing = next;
      routingSince = at;
    }

    private void add(Kind kind, long start, long end, String value, @Nullable String id) {
      Oddity oddity =
          Oddity.draw(settings.oddities(), Dice.mix(userId.hashCode(), start, kind.ordinal()));
      statuses.add(
          new GeneratedStatus(
              userId,
              kind,
              start,
              end,
              oddity == Oddity.UNKNOWN_VALUES ? "TELEPORTING" : value,
              id,
              oddity));
    }
  }
}
