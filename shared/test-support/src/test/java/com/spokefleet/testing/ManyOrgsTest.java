package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Organisations live side by side without touching each other. */
final class ManyOrgsTest {
  private static final String INTERVAL = "2026-11-10T00:00:00Z/2026-11-12T00:00:00Z";

  @Test
  void orgsReadInParallelEachServeTheirOwnTruth() throws Exception {
    SettableClock clock = new SettableClock("2026-11-12T15:00:00Z");
    List<FakeOrgSettings> settings =
        IntStream.range(0, 6)
            .mapToObj(
                number ->
                    FakeOrgSettings.named(
                            "org-" + number, number, Instant.parse("2026-11-10T00:00:00Z"))
                        .historyEnd(Instant.parse("2026-11-12T00:00:00Z"))
                        .conversationsPerDay(60)
                        .build())
            .toList();
    try (FakeGenesysCloud cloud = FakeGenesysCloud.start(settings, clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      cloud
          .org("org-0")
          .faults(
              FaultPlan.scripted(
                  new FaultRule(Endpoint.TOKEN, 1, Long.MAX_VALUE, FaultKind.SERVICE_UNAVAILABLE)));
      List<Future<Set<String>>> walks = new ArrayList<>();
      for (FakeOrg org : cloud.orgs().subList(1, 6)) {
        walks.add(threads.submit(() -> walk(org)));
      }
      Set<String> everything = new TreeSet<>();
      int rows = 0;
      for (int number = 1; number < 6; number++) {
        Set<String> ids = walks.get(number - 1).get();
        assertThat(ids)
            .as("org-%d", number)
            .isNotEmpty()
            .isEqualTo(cloud.org("org-" + number).ledger().endedIds(clock.instant()));
        everything.addAll(ids);
        rows += ids.size();
      }
      assertThat(everything).as("ids are unique across orgs").hasSize(rows);
      assertThat(new ApiClient(cloud.org("org-0")).signIn(cloud.org("org-0").clientSecret()))
          .extracting(response -> response.statusCode())
          .isEqualTo(503);
    }
  }

  private static Set<String> walk(FakeOrg org) throws Exception {
    Set<String> ids = new TreeSet<>();
    for (JsonNode row : new ApiClient(org).signedIn().walk(INTERVAL, 20, ApiClient.ENDED)) {
      ids.add(row.get("conversationId").asText());
    }
    return ids;
  }
}
