package com.spokefleet.testing.traffic;

import com.spokefleet.testing.org.FakeOrgSettings;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** When an agent works, in epoch milliseconds; the clock on the agent's wall decides. */
record Shift(long start, long end) {
  /** What an agent does between two stretches on queue. */
  static final List<String> PAUSES =
      List.of("BREAK", "BREAK", "MEAL", "MEETING", "BUSY", "AWAY", "TRAINING", "AVAILABLE");

  private static final List<LocalTime> BEGINNINGS =
      List.of(LocalTime.of(8, 0), LocalTime.of(15, 30), LocalTime.of(22, 0));
  private static final int LENGTH_HOURS = 8;
  private static final int WEEK = 7;
  private static final int HOLIDAY_DAYS = 4;

  /** The agent's shift that begins on the local day; none on days off and holidays. */
  static Optional<Shift> of(FakeOrgSettings settings, int agent, long epochDay) {
    if (Math.floorMod(epochDay + agent, WEEK) >= 5 || isOnHoliday(settings, agent, epochDay)) {
      return Optional.empty();
    }
    Dice dice = new Dice(Dice.mix(settings.seed() ^ 0x5417L, agent, epochDay));
    LocalTime beginning = BEGINNINGS.get(agent % BEGINNINGS.size());
    long start =
        LocalDate.ofEpochDay(epochDay)
                .atTime(beginning)
                .atZone(settings.zone())
                .toInstant()
                .toEpochMilli()
            + dice.between(-600_000, 600_000);
    return Optional.of(new Shift(start, start + LENGTH_HOURS * 3_600_000L));
  }

  /** Every fifth agent is away for some days of each fortnight. */
  private static boolean isOnHoliday(FakeOrgSettings settings, int agent, long epochDay) {
    return agent % 5 == 4
        && Math.floorMod(epochDay + settings.seed() + agent, 2 * WEEK) < HOLIDAY_DAYS;
  }
}
