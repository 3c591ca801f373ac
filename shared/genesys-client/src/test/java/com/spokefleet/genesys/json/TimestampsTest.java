package com.spokefleet.genesys.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.genesys.http.TestRuntime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  private static final int ROUNDS = 20_000;
  private static final long FIRST_SECOND = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("9998-12-31T23:59:59Z").getEpochSecond();

  @Test
  void shouldAgreeWithJavaTimeOnRandomInstants() {
    long seed = TestRuntime.seed();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = randomTimestamp(random);

      assertThat(parse(text))
          .as("%s, seed %d", text, seed)
          .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }
  }

  @Test
  void shouldAcceptNothingThatJavaTimeRefuses() {
    long seed = TestRuntime.seed();
    Random random = new Random(seed);
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(randomTimestamp(random));
      text.setCharAt(
          random.nextInt(text.length()), "0123456789:-+.TZ x".charAt(random.nextInt(18)));
      Instant parsed = parse(text.toString());
      if (parsed != null) {
        accepted++;
        assertThat(parsed).as("%s, seed %d", text, seed).isEqualTo(javaTime(text.toString()));
      }
    }
    assertThat(accepted).as("mutations that are still instants, seed %d", seed).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10T14:02:11+0530,2026-11-10T08:32:11Z",
    "2026-11-10t14:02:11.5z,2026-11-10T14:02:11.500Z",
    "2024-02-29T00:00:00-18:00,2024-02-29T18:00:00Z",
  })
  void shouldReadTheRarerForms(String text, Instant expected) {
    assertThat(parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-10",
        "2026-11-10T14:02:11",
        "2026-11-10T14:02:11.123",
        "2026-11-10T14:02Z",
        "2026-11-10 14:02:11Z",
        "2026-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-11-10T24:00:00Z",
        "2026-11-10T14:60:00Z",
        "2026-11-10T14:02:11.Z",
        "2026-11-10T14:02:11.1234567890Z",
        "2026-11-10T14:02:11+18:01",
        "2026-11-10T14:02:11+05",
        "2026-11-10T14:02:11ZZ",
        "1762783331120",
        "２026-11-10T14:02:11Z"
      })
  void shouldRefuseWhatIsNoInstant(String text) {
    assertThat(parse(text)).isNull();
  }

  private static String randomTimestamp(Random random) {
    Instant instant =
        Instant.ofEpochSecond(
            random.nextLong(FIRST_SECOND, LAST_SECOND), random.nextInt(1_000_000_000));
    String offset = "Z";
    if (random.nextBoolean()) {
      int minutes = random.nextInt(-18 * 60, 18 * 60 + 1);
      offset =
          String.format(
              Locale.ROOT,
              "%s%02d:%02d",
              minutes < 0 ? "-" : "+",
              Math.abs(minutes) / 60,
              Math.abs(minutes) % 60);
    }
    String local =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
            .format(instant.atOffset(ZoneOffset.UTC));
    int digits = random.nextInt(10);
    String fraction = String.format(Locale.ROOT, "%09d", instant.getNano()).substring(0, digits);
    return local + (digits == 0 ? "" : "." + fraction) + offset;
  }

  private static @Nullable Instant javaTime(String text) {
    // java.time wants the colon of an offset that ours can do without.
    String withColon = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    try {
      return OffsetDateTime.parse(withColon).toInstant();
    } catch (DateTimeParseException refused) {
      return null;
    }
  }

  private static @Nullable Instant parse(String text) {
    char[] padded = ("##" + text + "##").toCharArray();
    return Timestamps.parse(padded, 2, text.length());
  }
}
