package com.spokefleet.config.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT1M, 0, cron(0/1 * * * ? *)",
    "PT5M, 2, cron(2/5 * * * ? *)",
    "PT30M, 29, cron(29/30 * * * ? *)",
    "PT1H, 7, cron(7 * * * ? *)",
    "PT2H, 67, cron(7 1/2 * * ? *)",
    "PT12H, 719, cron(59 11/12 * * ? *)",
    "P1D, 821, cron(41 13 * * ? *)"
  })
  void cronSaysTheMinuteOfThePeriod(Duration period, int minute, String cron) {
    assertThat(new Slot("emea", period, minute).cron()).isEqualTo(cron);
  }

  /**
   * The expression read by its rules, in every minute of two days, tells the starts of the slot.
   */
  @Test
  void cronAndStartsAgreeForEverySlotThereIs() {
    for (int minutes :
        List.of(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60, 120, 360, 480, 720, 1440)) {
      for (int minute = 0; minute < minutes; minute += Math.max(1, minutes / 60)) {
        Slot slot = new Slot("emea", Duration.ofMinutes(minutes), minute);
        List<Instant> told = starts(slot.cron());

        assertThat(told).as(slot.cron()).hasSize(2 * 1440 / minutes);
        assertThat(slot.startsFrom(MIDNIGHT, told.size())).as(slot.cron()).isEqualTo(told);
      }
    }
  }

  @Test
  void theFirstStartIsNotBeforeTheInstant() {
    Slot slot = new Slot("emea", Duration.ofMinutes(5), 2);
    Instant start = MIDNIGHT.plusSeconds(120);

    assertThat(slot.startsFrom(start, 1)).containsExactly(start);
    assertThat(slot.startsFrom(start.plusNanos(1), 2))
        .containsExactly(start.plusSeconds(300), start.plusSeconds(600));
    assertThat(slot.startsFrom(start.minusNanos(1), 1)).containsExactly(start);
  }

  @ParameterizedTest
  @CsvSource({"PT5M, 5", "PT5M, -1", "PT7M, 0", "PT90S, 0", "PT5H, 0", "P2D, 0", "PT0S, 0"})
  void thereIsNoSlotThatEveryDayHasAlike(Duration period, int minute) {
    assertThatThrownBy(() -> new Slot("emea", period, minute))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot start emea");
  }

  private static List<Instant> starts(String cron) {
    String[] fields = cron.substring("cron(".length(), cron.length() - 1).split(" ");
    assertThat(fields).hasSize(6);
    assertThat(List.of(fields).subList(2, 6)).containsExactly("*", "*", "?", "*");
    TreeSet<Integer> minutes = values(fields[0], 60);
    TreeSet<Integer> hours = values(fields[1], 24);
    List<Instant> starts = new ArrayList<>();
    for (int minute = 0; minute < 2 * 1440; minute++) {
      ZonedDateTime time = MIDNIGHT.atZone(ZoneOffset.UTC).plusMinutes(minute);
      if (minutes.contains(time.getMinute()) && hours.contains(time.getHour())) {
        starts.add(time.toInstant());
      }
    }
    return starts;
  }

  private static TreeSet<Integer> values(String field, int end) {
    String[] parts = field.equals("*") ? new String[] {"0", "1"} : field.split("/");
    TreeSet<Integer> values = new TreeSet<>();
    int step = parts.length == 1 ? end : Integer.parseInt(parts[1]);
    for (int value = Integer.parseInt(parts[0]); value < end; value += step) {
      values.add(value);
    }
    return values;
  }
}
