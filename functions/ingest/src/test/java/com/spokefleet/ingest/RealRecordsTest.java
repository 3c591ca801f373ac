package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A record that Genesys Cloud itself once gave out goes the whole way, and every figure is compared
 * with one worked out by hand from its timestamps. The record belongs to others and is not part of
 * this repository: it is read from a folder beside the checkout, and without that folder these
 * tests are left out.
 */
class RealRecordsTest {
  private static final Path RECORD = Path.of("shared", "data", "real", "conversation-1.json");
  private static final String CONVERSATION = "1bc96a39-6725-40c4-9345-db72aa67b8c6";
  private static final String QUEUE = "a623d83c-96d7-4baa-af1f-d46ad6700d8b";
  private static final String AGENT = "50fcd33c-f432-4726-abc9-979f3ca01555";
  private static final String DAY =
      "{\"datasets\": [\"configuration\", \"conversation-details\"], \"from\": \"2021-04-01\","
          + " \"to\": \"2021-04-01\"}";

  @TempDir Path folder;
  private String record = "";

  @BeforeEach
  void findRecord() throws IOException {
    Path file = beside();
    boolean present = Files.isReadable(file);
    if (!present) {
      System.out.println("Real records are left out: no " + RECORD + " beside the checkout");
    }
    Assumptions.assumeTrue(present, "no real records beside the checkout");
    record = Files.readString(file);
  }

  /** The folder of real records in the nearest folder above that has one. */
  private static Path beside() {
    Path above = Path.of("").toAbsolutePath();
    while (above.getParent() != null && !Files.exists(above.resolve(RECORD))) {
      above = above.getParent();
    }
    return above.resolve(RECORD);
  }

  @Test
  void theConversationHasTheFiguresWorkedOutByHand() {
    try (SmallFleet fleet = ingested();
        DuckDb lake = new DuckDb(fleet.lake())) {
      // 12:27:53.386 to 12:43:23.306 is 15 min 29.920 s, which is 900,000 + 29,920 ms.
      // Three participants with a session each; segments 1 (customer) + 1 (queue) + 3 (agent).
      assertThat(
              row(
                  lake,
                  "conversation_id, day, local_date, duration_ms, n_participants, n_sessions,"
                      + " n_interactions, n_segments",
                  "{conversations}"))
          .containsExactly(CONVERSATION, "2021-04-01", "2021-04-01", "929920", "3", "3", "2", "5");
      // In the queue from 12:27:53.388 to 12:28:04.567: 64.567 − 53.388 = 11.179 s, answered at its
      // end.
      assertThat(
              row(
                  lake,
                  "n_offered, t_wait_ms, n_answered, t_answer_wait_ms, n_abandoned,"
                      + " t_abandon_wait_ms, n_flow_out",
                  "{conversations}"))
          .containsExactly("1", "11179", "1", "11179", "0", "0", "0");
      // Talk 12:28:04.569 to 12:34:19.130 = 6 min 14.561 s; hold from there to 12:43:23.306 = 9 min
      // 4.176 s.
      // Handle = 374,561 + 544,176 + 0 of after-call work = 918,737.
      assertThat(
              row(
                  lake,
                  "n_talked, t_talk_ms, n_held, t_held_ms, n_acw, t_acw_ms, n_handled, t_handle_ms",
                  "{conversations}"))
          .containsExactly("1", "374561", "1", "544176", "0", "0", "1", "918737");
      // Alerting 12:27:53.519 to 12:28:04.569 = 11.050 s; nobody transferred; one error was
      // emitted.
      assertThat(
              row(
                  lake,
                  "n_alerted, t_alert_ms, n_not_responding, n_transferred, n_error, t_ivr_ms",
                  "{conversations}"))
          .containsExactly("1", "11050", "0", "0", "1", "0");
      assertThat(
              row(
                  lake,
                  "originating_direction, first_media_type, division_id, first_queue_id,"
                      + " last_user_id, wrapup_code, min_mos, direct_link",
                  "{conversations}"))
          .containsExactly(
              "inbound",
              "chat",
              "1b6b98a6-3d70-47be-9406-61a5aa8cc570",
              QUEUE,
              AGENT,
              "null",
              "4.882874965667725",
              "https://apps.mypurecloud.de/directory/#/engage/admin/interactions/" + CONVERSATION);
    }
  }

  @Test
  void theQueueLegWasOfferedAndTheAgentLegAnsweredTalkedAndHeld() {
    try (SmallFleet fleet = ingested();
        DuckDb lake = new DuckDb(fleet.lake())) {
      String columns =
          "purpose, session_id, queue_id, user_id, n_offered, wait_ms, n_answered, answer_wait_ms,"
              + " talk_ms, held_ms, handle_ms, outcome";
      assertThat(row(lake, columns, "{interactions} where purpose = 'acd'"))
          .containsExactly(
              "acd",
              "6acbee65-80be-4777-be03-8dacd07ee3f9",
              QUEUE,
              "null",
              "1",
              "11179",
              "0",
              "0",
              "0",
              "0",
              "0",
              "answered");
      assertThat(row(lake, columns, "{interactions} where purpose = 'agent'"))
          .containsExactly(
              "agent",
              "b9ea3521-176e-4916-af7d-240732fc4680",
              QUEUE,
              AGENT,
              "0",
              "0",
              "1",
              "11179",
              "374561",
              "544176",
              "918737",
              "answered");
      // Answered at the emit date of tAnswered, within 20 s and so within any usual service level.
      assertThat(
              lake.texts(
                  "select count(*) filter (where answer_wait_ms <= 20000) || ' of ' ||"
                      + " sum(n_answered) from {interactions} where n_answered > 0"))
          .containsExactly("1 of 1");
    }
  }

  @Test
  void theSegmentsAreThoseOfTheRecordWithTheirDurations() {
    try (SmallFleet fleet = ingested();
        DuckDb lake = new DuckDb(fleet.lake())) {
      assertThat(
              lake.query(
                  "select purpose, segment_type, duration_ms, disconnect_type from {segments} "
                      + "order by purpose desc, session_id, segment_index"))
          .extracting(Object::toString)
          .containsExactly(
              // 12:27:53.386 to 12:43:23.303: three milliseconds less than the conversation.
              "[customer, interact, 929917, timeout]",
              "[agent, alert, 11050, null]",
              "[agent, interact, 374561, null]",
              "[agent, hold, 544176, peer]",
              "[acd, interact, 11179, transfer]");
    }
  }

  @Test
  void nobodysNameLeavesTheRecord() throws IOException {
    try (SmallFleet fleet = ingested()) {
      assertThat(record)
          .as("the control: the record does name persons")
          .contains("John Doe", "Yuri");
      LakeScan scan = new LakeScan(fleet);
      assertThat(scan.findings(List.of("John Doe", "Doe", "Yuri"))).isEmpty();
      assertThat(scan.values()).as("the scan has read the rows").contains(CONVERSATION);
    }
  }

  private SmallFleet ingested() {
    Instant now = Instant.parse("2021-04-02T06:00:00Z");
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 1, Instant.parse("2021-03-31T00:00:00Z"))
            .conversationsPerDay(0)
            .build();
    SmallFleet fleet = new SmallFleet(folder, new VirtualClock(now), List.of(org));
    fleet.org("emea").serveRecords(List.of(record));
    JsonNode report = fleet.invoke("emea", DAY);
    assertThat(report.path("status").asText()).as(report.toPrettyString()).isEqualTo("completed");
    return fleet;
  }

  private static List<String> row(DuckDb lake, String columns, String from) {
    List<List<Object>> rows = lake.query("select " + columns + " from " + from);
    assertThat(rows).hasSize(1);
    return rows.getFirst().stream().map(String::valueOf).toList();
  }
}
