package com.spokefleet.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonLogTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261120L);
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLog log =
      new JsonLog(
          Clock.fixed(NOW, ZoneOffset.UTC), new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @Test
  void writesOneObjectPerLineWithTimeLevelAndMessageFirst() {
    log.info("Tick finished", LogField.org("emea"), LogField.of("landed", 12L));

    assertThat(text())
        .isEqualTo(
            """
            {"time":"2026-11-20T12:00:00Z","level":"INFO","message":"Tick finished",\
            "org":"emea","landed":12}
            """);
  }

  @Test
  void writesEveryKindOfField() {
    log.error(
        "Cannot sign in",
        LogField.failure(FailureKind.PERMANENT),
        LogField.of("share", 0.5),
        LogField.of("share of nothing", Double.NaN),
        LogField.of("retried", false),
        LogField.of("since", NOW));

    assertThat(lines().getFirst())
        .containsEntry("level", "ERROR")
        .containsEntry("failure", "PERMANENT")
        .containsEntry("share", 0.5)
        .containsEntry("share of nothing", "NaN")
        .containsEntry("retried", false)
        .containsEntry("since", "2026-11-20T12:00:00Z");
  }

  @Test
  void carriesItsContextIntoEveryLineUnlessTheCallKnowsBetter() {
    JsonLog ofOrg = log.with(LogField.org("emea"), LogField.dataset("queues"));
    ofOrg.warn("One");
    ofOrg.warn("Two", LogField.dataset("users"));

    assertThat(lines())
        .extracting(line -> line.get("org") + " " + line.get("dataset"))
        .containsExactly("emea queues", "emea users");
  }

  @Test
  void keepsItsOwnFieldsFromBeingReplaced() {
    log.info("True", LogField.of("level", "FATAL"), LogField.of("message", "False"));

    assertThat(lines())
        .containsExactly(
            Map.of("time", "2026-11-20T12:00:00Z", "level", "INFO", "message", "True"));
  }

  @Test
  void letsNoValueBeginASecondLine() {
    String forged =
        "x\"}\n{\"level\":\"INFO\",\"message\":\"forged\"}\r\u2028\u0085\u0000\u001b[2J";
    log.info(forged, LogField.of(forged, forged), LogField.org(forged));

    assertThat(text().chars().filter(character -> character < ' ').count()).isOne();
    assertThat(text()).endsWith("}\n").matches("[ -~]+\n");
    assertThat(lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line).containsEntry("message", forged).containsEntry(forged, forged));
  }

  @Test
  void cutsLongTexts() {
    log.info("m".repeat(5_000), LogField.of("field", "v".repeat(5_000)));

    assertThat(lines().getFirst())
        .containsEntry("message", "m".repeat(1_000) + "…")
        .containsEntry("field", "v".repeat(1_000) + "…");
  }

  @Test
  void readsBackWhateverTextIsLogged() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      StringBuilder value = new StringBuilder();
      random.ints(random.nextInt(1, 30), 0, 0x10FFFF).forEach(value::appendCodePoint);
      bytes.reset();
      log.info("Round", LogField.of("value", value.toString()));

      assertThat(lines())
          .as("seed %d, round %d", SEED, round)
          .singleElement()
          .satisfies(line -> assertThat(line).containsEntry("value", value.toString()));
    }
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private List<Map<String, Object>> lines() {
    return JsonLines.read(text());
  }
}
