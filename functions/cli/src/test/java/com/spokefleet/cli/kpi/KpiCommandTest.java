package com.spokefleet.cli.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.ProofsTable;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.QueuesTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two orgs by hand. North has two calls on one day: one waits 10 s in Sales and is answered, then
 * waits 40 s in Billing after a transfer; the other gives up in Sales. South sends configuration
 * only.
 */
final class KpiCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final String NORTH = "00000000-0000-4000-8000-000000000001";
  private static final String SOUTH = "00000000-0000-4000-8000-000000000002";
  private static final LocalDate DAY = LocalDate.parse("2026-11-19");

  @TempDir private Path lake;

  @BeforeEach
  void twoOrgs() throws Exception {
    new LakeBuilder(lake)
        .partition(
            OrgsTable.TABLE,
            Partition.perOrg("dim_org", NORTH),
            Map.of("org_id", NORTH, "spoke_name", "north", "residency", "full"))
        .partition(
            OrgsTable.TABLE,
            Partition.perOrg("dim_org", SOUTH),
            Map.of("org_id", SOUTH, "spoke_name", "south", "residency", "metrics-only"))
        .partition(
            QueuesTable.TABLE,
            Partition.perOrg("dim_queue", NORTH),
            Map.of("org_id", NORTH, "queue_id", "q1", "name", "Sales"),
            Map.of("org_id", NORTH, "queue_id", "q2", "name", "Billing"))
        .partition(
            ConversationsTable.TABLE,
            Partition.daily("conversations", NORTH, DAY),
            Map.of(
                "org_id", NORTH, "conversation_id", "c1", "day", DAY, "first_media_type", "voice"),
            Map.of(
                "org_id", NORTH, "conversation_id", "c2", "day", DAY, "first_media_type", "voice"))
        .partition(
            InteractionsTable.TABLE,
            Partition.daily("interactions", NORTH, DAY),
            leg("c1", "s1", "q1", Map.of("n_offered", 1L, "wait_ms", 10_000L)),
            leg(
                "c1",
                "s2",
                "q1",
                Map.of(
                    "n_answered",
                    1L,
                    "answer_wait_ms",
                    10_000L,
                    "n_handled",
                    1L,
                    "handle_ms",
                    200_000L,
                    "n_held",
                    1L,
                    "held_ms",
                    30_000L,
                    "n_transferred",
                    1L)),
            leg("c1", "s3", "q2", Map.of("n_offered", 1L, "wait_ms", 40_000L)),
            leg(
                "c1",
                "s4",
                "q2",
                Map.of(
                    "n_answered",
                    1L,
                    "answer_wait_ms",
                    40_000L,
                    "n_handled",
                    1L,
                    "handle_ms",
                    100_000L,
                    "n_acw",
                    1L,
                    "acw_ms",
                    20_000L)),
            leg("c2", "s5", "q1", Map.of("n_offered", 1L, "n_abandoned", 1L)))
        .partition(
            ProofsTable.TABLE,
            Partition.daily("partition_proofs", NORTH, DAY),
            Map.of(
                "org_id",
                NORTH,
                "table_name",
                "conversations",
                "day",
                DAY,
                "status",
                "provisional",
                "read_up_to",
                Instant.parse("2026-11-20T11:30:00Z")));
  }

  @Test
  void showsFiguresWorkedOutByHand() throws Exception {
    JsonNode north = kpis().path("orgs").path(0);
    JsonNode figures = north.path("figures");

    assertThat(north.path("name").asText()).isEqualTo("north");
    assertThat(figures.path("contacts").asLong()).isEqualTo(2);
    assertThat(figures.path("offered").asLong()).isEqualTo(3);
    assertThat(figures.path("answered").asLong()).isEqualTo(2);
    assertThat(figures.path("abandonedShare").asDouble()).isEqualTo(1.0 / 3, within(1e-12));
    assertThat(figures.path("answeredInTimeShare").asDouble()).isEqualTo(1.0 / 3, within(1e-12));
    assertThat(figures.path("averageSpeedOfAnswerMs").asDouble()).isEqualTo(25_000);
    assertThat(figures.path("averageHandleTimeMs").asDouble()).isEqualTo(150_000);
    assertThat(figures.path("averageHoldMs").asDouble()).isEqualTo(30_000);
    assertThat(figures.path("averageAfterCallWorkMs").asDouble()).isEqualTo(20_000);
    assertThat(figures.path("transferredShare").asDouble()).isEqualTo(0.5);
    assertThat(north.path("readUpTo").asText()).isEqualTo("2026-11-20T11:30:00Z");
  }

  @Test
  void countsTheThresholdItselfAsInTime() throws Exception {
    assertThat(answeredInTime("10s")).isEqualTo(1.0 / 3, within(1e-12));
    assertThat(answeredInTime("9999ms")).isZero();
    assertThat(answeredInTime("40s")).isEqualTo(2.0 / 3, within(1e-12));
  }

  @Test
  void countsAContactOncePerQueueItVisits() throws Exception {
    JsonNode groups = kpis("--by", "queue").path("orgs").path(0).path("groups");

    assertThat(groups.path("Sales").path("contacts").asLong()).isEqualTo(2);
    assertThat(groups.path("Sales").path("offered").asLong()).isEqualTo(2);
    assertThat(groups.path("Billing").path("contacts").asLong()).isEqualTo(1);
    assertThat(groups.path("Billing").path("answeredInTime").asLong()).isZero();
  }

  @Test
  void neverShowsUnknownAsZero() throws Exception {
    JsonNode south = kpis().path("orgs").path(1);
    CommandRun table = run();

    assertThat(south.path("figures").isNull()).isTrue();
    assertThat(
            table.out().lines().filter(line -> line.startsWith("south")).findFirst().orElseThrow())
        .contains(" – ")
        .endsWith("metrics-only: aggregates")
        .doesNotContain(" 0 ");
    assertThat(table.out())
        .contains("north", "33.3%", "0:25", "provisional, 1 day, 30 min old", "1 of 2 orgs");
  }

  @Test
  void knowsNothingOfDaysThatWereNotRead() throws Exception {
    JsonNode before = kpis("--from", "2026-11-01", "--to", "2026-11-02");
    JsonNode around = kpis("--from", "2026-11-18", "--to", "2026-11-19");

    assertThat(before.path("orgs").path(0).path("figures").isNull()).isTrue();
    assertThat(before.path("fleet").path("figures").isNull()).isTrue();
    assertThat(around.path("orgs").path(0).path("daysAsked").asLong()).isEqualTo(2);
    assertThat(around.path("orgs").path(0).path("provisionalDays").asLong()).isEqualTo(1);
  }

  @Test
  void addsGroupsUpOverOrgsOnlyWhereTheyMeanTheSame() throws Exception {
    assertThat(
            kpis("--by", "media")
                .path("fleet")
                .path("groups")
                .path("voice")
                .path("contacts")
                .asLong())
        .isEqualTo(2);
    assertThat(kpis("--by", "day").path("fleet").path("groups").has("2026-11-19")).isTrue();
    assertThat(kpis("--by", "queue").path("fleet").has("groups")).isFalse();
  }

  @Test
  void saysThatAnEmptyLakeIsEmpty(@TempDir Path empty) {
    CommandRun run = CommandRun.of(CLOCK, "kpi", "--lake", empty.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.code());
    assertThat(run.err()).contains("no org has been read into");
  }

  private double answeredInTime(String threshold) throws Exception {
    return kpis("--threshold", threshold)
        .path("fleet")
        .path("figures")
        .path("answeredInTimeShare")
        .asDouble();
  }

  private JsonNode kpis(String... more) throws Exception {
    String[] arguments = Arrays.copyOf(more, more.length + 1);
    arguments[more.length] = "--json";
    return run(arguments).json();
  }

  private CommandRun run(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "kpi";
    arguments[1] = "--lake";
    arguments[2] = lake.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    CommandRun run = CommandRun.of(CLOCK, arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private static Map<String, Object> leg(
      String conversation, String session, String queue, Map<String, Object> figures) {
    Map<String, Object> leg = new HashMap<>(figures);
    leg.putAll(
        Map.of(
            "org_id", NORTH,
            "conversation_id", conversation,
            "session_id", session,
            "queue_id", queue,
            "media_type", "voice",
            "day", DAY));
    return leg;
  }
}
