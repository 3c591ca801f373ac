package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.ledger.TrueAftermath;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comes days after a conversation's end is in the lake once the conversation is read again.
 */
class AftermathTest {
  private static final Instant HISTORY = Instant.parse("2026-11-10T09:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-10T14:00:00Z");

  @TempDir Path folder;

  @Test
  void evaluationsSurveysAndResolutionsOfReReadConversationsEqualTheLedgers() {
    FakeOrgSettings org =
        FakeOrgSettings.named("emea", 31, HISTORY)
            .conversationsPerDay(300)
            .volume(Volume.EVEN)
            .historyEnd(NOW)
            .evaluationsAndSurveys(true)
            .build();
    try (SmallFleet fleet =
        new SmallFleet(
            folder,
            new VirtualClock(NOW),
            List.of(org),
            Map.of("emea", "    residency: full\n    latency: immediate\n"))) {
      fleet.clock().advance(Duration.ofMinutes(30));
      fleet.tick("emea");
      assertThat(evaluations(fleet)).as("none has happened yet").isEmpty();

      List<EmittedEvent> events = fleet.org("emea").endEvents(HISTORY);
      Instant toldAt = fleet.clock().instant();
      fleet.clock().advance(Duration.ofDays(8));
      ClosureBatch.handle(fleet, fleet.closure("emea"), ClosureBatch.bodies(events));

      Set<String> read = new TreeSet<>();
      events.forEach(event -> read.add(event.conversationId()));
      Set<String> evaluations = new TreeSet<>();
      Set<String> surveys = new TreeSet<>();
      Set<String> resolutions = new TreeSet<>();
      for (TrueConversation told : fleet.org("emea").ledger().ended(fleet.clock().instant())) {
        Instant end = told.end();
        if (end != null && end.isBefore(toldAt) && read.contains(told.id())) {
          tell(told, evaluations, surveys, resolutions);
        }
      }
      assertThat(evaluations).hasSizeGreaterThan(5);
      assertThat(evaluations(fleet)).isEqualTo(evaluations);
      assertThat(surveys).hasSizeGreaterThan(3);
      assertThat(texts(fleet, "select survey_id || ' ' || promoter_score from {surveys}"))
          .isEqualTo(surveys);
      assertThat(
              texts(
                  fleet,
                  "select conversation_id || ' ' || resolutions || ' ' || n_next_contact_avoided"
                      + " from {conversations} where n_next_contact_avoided is not null"))
          .isEqualTo(resolutions)
          .hasSizeGreaterThan(10);
      assertThat(new LakeScan(fleet).findings(List.of("Courtesy and closing", "How did we do")))
          .as("names of forms")
          .isEmpty();
    }
  }

  private static void tell(
      TrueConversation told,
      Set<String> evaluations,
      Set<String> surveys,
      Set<String> resolutions) {
    TrueAftermath aftermath = told.aftermath();
    aftermath
        .evaluations()
        .forEach(
            one -> evaluations.add(one.id() + " " + (double) one.score() + " " + one.userId()));
    aftermath.surveys().forEach(one -> surveys.add(one.id() + " " + one.promoterScore()));
    Boolean avoided = aftermath.nextContactAvoided();
    if (avoided != null) {
      resolutions.add(told.id() + " 1 " + (avoided ? 1 : 0));
    }
  }

  private static Set<String> evaluations(SmallFleet fleet) {
    return texts(
        fleet, "select evaluation_id || ' ' || total_score || ' ' || user_id from {evaluations}");
  }

  private static Set<String> texts(SmallFleet fleet, String sql) {
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      String table = sql.replaceAll(".*\\{(\\w+)\\}.*", "$1");
      return lake.has(table) ? lake.texts(sql) : Set.of();
    }
  }
}
