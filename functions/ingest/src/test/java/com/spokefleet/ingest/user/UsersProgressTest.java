package com.spokefleet.ingest.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** P3 for statuses: the watermark is never past what has been read, whatever happens. */
class UsersProgressTest {
  private static final Instant START = Instant.parse("2026-11-10T10:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-11-07");
  private static final Duration OVERLAP = Duration.ofMinutes(30);
  private static final long FIRST_SEED = Long.getLong("spokefleet.seed", 1L);

  @Test
  void theWatermarkNeverPassesWhatWasRead() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + 300; seed++) {
      Random random = new Random(seed);
      Map<LocalDate, Instant> readAt = new TreeMap<>();
      Instant now = START;
      UsersProgress progress = UsersProgress.first(now, FIRST, "none");
      for (int step = 0; step < 60; step++) {
        if (random.nextInt(3) == 0) {
          now = now.plusSeconds(random.nextInt(random.nextInt(10) == 0 ? 300_000 : 3_000));
          progress = progress.advancedTo(now, OVERLAP, "none");
        }
        Optional<UserDayPosition> next = progress.next(Set.of());
        if (next.isPresent()) {
          UserDayPosition position = next.get();
          if (random.nextInt(3) == 0) {
            progress = progress.at(position.advanced());
          } else {
            readAt.put(position.day(), position.begunAt());
            progress = progress.dayRead(position.day(), position.begunAt());
          }
        }
        progress = new UsersProgressJson().read("k", new UsersProgressJson().write(progress));
        assertThat(progress.watermark())
            .as("seed " + seed + ", step " + step + ": " + progress)
            .isBeforeOrEqualTo(known(readAt, now));
      }
      while (progress.next(Set.of()).isPresent()) {
        UserDayPosition position =
            UserDayPosition.start(progress.next(Set.of()).get().day(), progress.readUpTo());
        progress = progress.dayRead(position.day(), position.begunAt());
      }
      assertThat(progress.watermark()).as("seed " + seed).isEqualTo(progress.readUpTo());
    }
  }

  /** The first instant of which nothing is known: the first day not read to its end. */
  private static Instant known(Map<LocalDate, Instant> readAt, Instant now) {
    for (LocalDate day = FIRST; !day.isAfter(UsersProgress.day(now)); day = day.plusDays(1)) {
      Instant read = readAt.getOrDefault(day, UsersProgress.startOf(day));
      if (read.isBefore(UsersProgress.startOf(day.plusDays(1)))) {
        return read.isBefore(UsersProgress.startOf(day)) ? UsersProgress.startOf(day) : read;
      }
    }
    return now;
  }

  @Test
  void anotherFilterOwesEverythingFromTheFirstDayOn() {
    UsersProgress read = UsersProgress.first(START, FIRST, "none");
    for (LocalDate day : Set.copyOf(read.owed().keySet())) {
      read = read.dayRead(day, START);
    }
    UsersProgress filtered = read.advancedTo(START.plusSeconds(60), OVERLAP, "0123456789abcdef");

    assertThat(read.isComplete()).isTrue();
    assertThat(filtered.owed()).hasSize(4);
    assertThat(filtered.watermark()).isEqualTo(UsersProgress.startOf(FIRST));
  }
}
