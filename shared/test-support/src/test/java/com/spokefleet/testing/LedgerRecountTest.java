package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.ledger.Grouping;
import com.spokefleet.testing.ledger.Ledger;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger and the served records are two tellings of one story; here they are compared. */
final class LedgerRecountTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20_261_120L);
  private static final String INTERVAL = "2026-11-09T00:00:00.000Z/2026-11-14T00:00:00.000Z";

  private static FakeOrgSettings.Builder settings(long seed) {
    return FakeOrgSettings.named("emea", seed, Instant.parse("2026-11-09T00:00:00Z"))
        .conversationsPerDay(300)
        .historyEnd(Instant.parse("2026-11-13T00:00:00Z"))
        .requestsPerMinute(100_000);
  }

  @Test
  void ledgerEqualsARecountOfTheServedRecords() throws Exception {
    for (long seed = SEED; seed < SEED + 3; seed++) {
      SettableClock clock = new SettableClock("2026-11-12T15:00:00Z");
      try (FakeGenesysCloud cloud =
          FakeGenesysCloud.start(List.of(settings(seed).build()), clock)) {
        FakeOrg org = cloud.org("emea");
        ApiClient client = new ApiClient(org).signedIn();
        List<JsonNode> rows = client.walk(INTERVAL, 100, ApiClient.ENDED);
        List<TrueConversation> recount = rows.stream().map(Recount::of).toList();
        assertThat(Ledger.figures(recount.subList(1, recount.size()), Grouping.DAY))
            .as("seed %d: one lost record is noticed", seed)
            .isNotEqualTo(org.ledger().figures(clock.instant(), Grouping.DAY));
        for (Grouping grouping : Grouping.values()) {
          assertThat(Ledger.figures(recount, grouping))
              .as("seed %d, %s", seed, grouping)
              .isEqualTo(org.ledger().figures(clock.instant(), grouping));
        }
        assertThat(org.ledger().ended(clock.instant()).stream().map(LedgerRecountTest::bare))
            .as("seed %d", seed)
            .containsExactlyElementsOf(recount.stream().map(LedgerRecountTest::bare).toList());
        assertThat(org.ledger().total(clock.instant()).answeredWithin(Duration.ofSeconds(20)))
            .isPositive();
        clock.advance(Duration.ofDays(8));
        assertThat(org.ledger().openIds(clock.instant())).as("seed %d", seed).isEmpty();
      }
    }
  }

  /** The conversation without its facts, whose order is nobody's business. */
  private static TrueConversation bare(TrueConversation conversation) {
    return new TrueConversation(
        conversation.id(),
        conversation.start(),
        conversation.end(),
        conversation.outbound(),
        conversation.poison(),
        conversation.sessions(),
        conversation.segments(),
        List.of(),
        conversation.mediaTypes());
  }
}
