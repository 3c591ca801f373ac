package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records are about as large as real ones, and inventing them does not slow a test down. */
final class ServingSpeedTest {
  private static final int ROWS = 6_000;

  @Test
  void averageRecordWeighsAsMuchAsARealOne() throws Exception {
    SettableClock clock = new SettableClock("2026-11-20T00:00:00Z");
    FakeOrgSettings settings =
        FakeOrgSettings.named("large", 5, Instant.parse("2026-11-10T00:00:00Z"))
            .conversationsPerDay(ROWS)
            .volume(Volume.EVEN)
            .historyEnd(Instant.parse("2026-11-11T00:00:00Z"))
            .requestsPerMinute(1_000_000)
            .build();
    try (FakeGenesysCloud cloud = FakeGenesysCloud.start(List.of(settings), clock)) {
      FakeOrg org = cloud.org("large");
      ApiClient client = new ApiClient(org).signedIn();
      String interval = "2026-11-10T00:00:00.000Z/2026-11-10T12:00:00.000Z";
      long started = System.nanoTime();
      client.query(ApiClient.body(interval, 1, 100, ApiClient.ENDED));
      Duration planning = Duration.ofNanos(System.nanoTime() - started);
      started = System.nanoTime();
      for (int page = 2; page <= ROWS / 100; page++) {
        client.query(ApiClient.body(interval, page, 100, ApiClient.ENDED));
      }
      Duration serving = Duration.ofNanos(System.nanoTime() - started);
      long rows = org.ledger().served().rows(Endpoint.DETAILS_QUERY);
      long bytes = org.ledger().served().bytes(Endpoint.DETAILS_QUERY);
      System.out.printf(
          "planned %d conversations in %d ms; served %d of %d bytes in %d ms, %.0f/s, %.0f MB/s%n",
          ROWS,
          planning.toMillis(),
          rows,
          bytes / rows,
          serving.toMillis(),
          rows / (serving.toMillis() / 1e3),
          bytes / 1e6 / (serving.toMillis() / 1e3));
      assertThat(rows).isEqualTo(ROWS);
      assertThat(bytes / rows).isBetween(6_500L, 8_500L);
    }
  }
}
