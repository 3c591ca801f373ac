package com.spokefleet.events.flatten;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.events.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against java.time, which is right but slow. */
final class EventTimeTest {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  @Test
  void writesAndReadsAnyInstant() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 100_000; round++) {
      long instant = random.nextLong(FIRST, LAST);
      String text = MILLISECONDS.format(Instant.ofEpochMilli(instant));

      assertThat(written(instant)).as("seed %d", seed).isEqualTo(text);
      assertThat(read(text)).as("seed %d: %s", seed, text).isEqualTo(instant);
    }
  }

  @Test
  void readsOffsetsAndFractions() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      OffsetDateTime time =
          OffsetDateTime.ofInstant(
              Instant.ofEpochSecond(
                  random.nextLong(0, LAST / 1_000), random.nextInt(1_000_000_000)),
              ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 840) - 840)));
      String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
      if (text.indexOf(':', text.indexOf(':') + 1) == 16) {
        assertThat(read(text))
            .as("seed %d: %s", seed, text)
            .isEqualTo(time.toInstant().toEpochMilli());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1780220965123, 1780220965123",
    "1780220965, 1780220965000",
    "1780220965.5, 1780220965500",
    "1780220965.123456, 1780220965123",
    "0, 0",
    "1.780220965123E12, 1780220965123",
    "178022096512E-2, 1780220965120"
  })
  void readsNumbersSince1970(String number, long milliseconds) {
    assertThat(number(number)).isEqualTo(milliseconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e99", "99999999999999999999", "", "253402300800000"})
  void knowsNumbersThatAreNoInstants(String number) {
    assertThat(number(number)).isEqualTo(EventTime.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-30T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00+25:00",
        "2026-01-01T00:00:00.Zulu",
        "2026/01/01T00:00:00Z",
        "-026-01-01T00:00:00Z"
      })
  void knowsTextsThatAreNoInstants(String text) {
    assertThat(read(text)).isEqualTo(EventTime.NONE);
  }

  private static String written(long instant) {
    JsonBytes out = new JsonBytes(32);
    EventTime.write(instant, out);
    return new String(out.array(), 0, out.length(), StandardCharsets.US_ASCII);
  }

  private static long read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return EventTime.ofText(bytes, 0, bytes.length);
  }

  private static long number(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return EventTime.ofNumber(bytes, 0, bytes.length);
  }
}
