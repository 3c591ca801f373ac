package com.spokefleet.cli.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import com.spokefleet.normalize.servicelevel.ServiceLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLevelReaderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

  @TempDir Path folder;

  @Test
  void sumsAreDividedAtTheEndAndCallbacksLeftOutOfTheStandard() throws IOException {
    org("big");
    org("small");
    intervals("big", interval("voice", 90, 60, 10, 30_000, 0));
    intervals(
        "small",
        interval("callback", 50, 0, 0, 30_000, 0),
        interval("voice", 10, 10, 0, 30_000, 0));

    List<OrgServiceLevels> levels = read();

    assertThat(levels)
        .extracting(OrgServiceLevels::standard)
        .containsExactly(
            Optional.of(new ServiceLevel(60, 100)), Optional.of(new ServiceLevel(10, 10)));
    assertThat(new ServiceLevelTable(levels).lines().getLast())
        .as("70 of 110, not the average of 60 and 100 percent")
        .contains("63.6");
    assertThat(new ServiceLevelTable(levels).json().get(0).path("standardOfLegs").isNull())
        .as("unknown without legs")
        .isTrue();
  }

  @Test
  void whereTheStandardChangedTheLadderAnswersOrNobody() throws IOException {
    org("ladder");
    intervals("ladder", interval("voice", 90, 50, 10, 20_000, 77));
    assertThat(read().getFirst().standard())
        .as("read for 20 s; the ladder has 30 s")
        .contains(new ServiceLevel(77, 100));

    intervalsOfStandard("other", 31_000);
    assertThat(read().getLast().standard()).as("31 s is no step of the ladder").isEmpty();
  }

  @Test
  void legsCountOnTheDayOfTheirAnswerWhateverTheDayOfTheirStart() throws IOException {
    org("legs");
    new LakeBuilder(folder)
        .partition(
            InteractionsTable.TABLE,
            Partition.daily("interactions", "legs", DAY.minusDays(1)),
            leg("legs", "a", "2026-11-10T00:05:00Z"),
            leg("legs", "b", "2026-11-09T23:55:00Z"));

    assertThat(read().getFirst().standardOfLegs()).contains(new ServiceLevel(1, 1));
  }

  private List<OrgServiceLevels> read() {
    Window window = new Window(Optional.of(DAY), Optional.of(DAY));
    return new ServiceLevelReader(
            new LakeReader(new FolderObjectStore(folder), folder.resolve("scratch")))
        .read(window);
  }

  private void org(String id) throws IOException {
    orgOfStandard(id, 30_000);
  }

  private void orgOfStandard(String id, long thresholdMs) throws IOException {
    new LakeBuilder(folder)
        .partition(
            OrgsTable.TABLE,
            Partition.perOrg("dim_org", id),
            Map.of("org_id", id, "spoke_name", id, "standard_service_level_ms", thresholdMs));
  }

  private void intervalsOfStandard(String id, long thresholdMs) throws IOException {
    orgOfStandard(id, thresholdMs);
    intervals(id, interval("voice", 90, 50, 10, 20_000, 77));
  }

  @SafeVarargs
  private void intervals(String id, Map<String, Object>... rows) throws IOException {
    for (Map<String, Object> row : rows) {
      row.put("org_id", id);
    }
    new LakeBuilder(folder)
        .partition(QueueIntervalsTable.TABLE, Partition.daily("queue_intervals", id, DAY), rows);
  }

  private static Map<String, Object> interval(
      String media, long answered, long within, long abandoned, long readForMs, long within30s) {
    Map<String, Object> row = new HashMap<>();
    row.put("queue_id", "q");
    row.put("media_type", media);
    row.put("direction", "inbound");
    row.put("interval_start", Instant.parse("2026-11-10T10:00:00Z"));
    row.put("n_answered", answered);
    row.put("n_answered_within_standard", within);
    row.put("n_abandon", abandoned);
    row.put("standard_threshold_ms", readForMs);
    row.put("n_answered_within_30s", within30s);
    return row;
  }

  private static Map<String, Object> leg(String org, String session, String answeredAt) {
    return Map.of(
        "org_id",
        org,
        "conversation_id",
        "c",
        "session_id",
        session,
        "media_type",
        "voice",
        "n_answered",
        1L,
        "answer_wait_ms",
        30_000L,
        "answered_at",
        Instant.parse(answeredAt));
  }
}
