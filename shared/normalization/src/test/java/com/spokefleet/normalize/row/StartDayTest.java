package com.spokefleet.normalize.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartDayTest {
  @Test
  void theDayIsTheUtcDayOfTheStartEvenWhenThePeopleThereHaveAnother() {
    StartDay day = startDay("2026-11-10T23:58:30Z", "Asia/Tokyo");
    assertThat(day.day()).isEqualTo(LocalDate.of(2026, 11, 10));
    assertThat(day.localDate()).isEqualTo(LocalDate.of(2026, 11, 11));
    assertThat(day.utcOffsetMinutes()).isEqualTo(540);
  }

  @Test
  void westOfUtcTheLocalDateIsTheDayBefore() {
    StartDay day = startDay("2026-11-11T02:00:00Z", "America/New_York");
    assertThat(day.day()).isEqualTo(LocalDate.of(2026, 11, 11));
    assertThat(day.localDate()).isEqualTo(LocalDate.of(2026, 11, 10));
    assertThat(day.utcOffsetMinutes()).isEqualTo(-300);
  }

  @ParameterizedTest
  @CsvSource({
    // Berlin puts its clocks back at 01:00 UTC on 2026-10-25: 02:30 happens twice.
    "2026-10-25T00:35:00Z, Europe/Berlin, 2026-10-25T02:30, 120",
    "2026-10-25T01:35:00Z, Europe/Berlin, 2026-10-25T02:30, 60",
    // And forward at 01:00 UTC on 2026-03-29: 02:30 never happens.
    "2026-03-29T00:59:59.999Z, Europe/Berlin, 2026-03-29T01:30, 60",
    "2026-03-29T01:00:00Z, Europe/Berlin, 2026-03-29T03:00, 120",
    // Lord Howe Island changes by half an hour, Nepal stands at 5:45.
    "2026-04-04T15:10:00Z, Australia/Lord_Howe, 2026-04-05T01:30, 630",
    "2026-11-10T00:00:00Z, Asia/Kathmandu, 2026-11-10T05:30, 345",
    "2026-11-10T18:15:00Z, Asia/Kathmandu, 2026-11-11T00:00, 345"
  })
  void theHalfHourIsTheOneOnTheOrgsOwnClocks(
      String start, String zone, String interval, long offset) {
    StartDay day = startDay(start, zone);
    assertThat(day.localInterval()).isEqualTo(interval);
    assertThat(day.utcOffsetMinutes()).isEqualTo(offset);
  }

  private static StartDay startDay(String start, String zone) {
    return StartDay.of(Instant.parse(start), ZoneId.of(zone));
  }
}
