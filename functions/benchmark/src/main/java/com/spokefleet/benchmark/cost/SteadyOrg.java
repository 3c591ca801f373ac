package com.spokefleet.benchmark.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.benchmark.fleet.OneOrgFleet;
import com.spokefleet.benchmark.fleet.ServedOrg;
import com.spokefleet.ingest.IngestHandler;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An org whose history has been read, and that is now read every five minutes of a virtual clock.
 */
final class SteadyOrg implements AutoCloseable {
  static final int REQUESTS_PER_MINUTE = 300;

  private static final String NAME = "measured";
  private static final Instant HISTORY_START = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant START = Instant.parse("2026-11-03T09:00:00Z");
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final int TICKS_PER_HOUR = 12;
  private static final String DETAILS = "{\"datasets\":[\"conversation-details\"]}";
  private static final String WHATEVER_IS_DUE = "{}";

  private final VirtualClock clock = new VirtualClock(START);
  private final FakeGenesysCloud cloud;
  private final FakeOrg org;
  private final OneOrgFleet fleet;
  private final IngestHandler handler;
  private final EndCounts ends;
  private final Duration overlap;
  private Instant readUpTo;

  private SteadyOrg(Path folder, int conversationsPerDay) throws IOException {
    FakeOrgSettings settings =
        FakeOrgSettings.named(NAME, 4711, HISTORY_START)
            .conversationsPerDay(conversationsPerDay)
            .volume(Volume.EVEN)
            .requestsPerMinute(REQUESTS_PER_MINUTE)
            .build();
    cloud = FakeGenesysCloud.start(List.of(settings), clock);
    org = cloud.org(NAME);
    fleet = OneOrgFleet.write(folder, ServedOrg.of(org), 1);
    handler = fleet.handler(clock, clock::advance);
    overlap = fleet.spoke().schedule().overlap();
    readUpTo = readHistory();
    ends = EndCounts.of(org.ledger(), START.plus(Duration.ofDays(1)));
  }

  static SteadyOrg start(Path folder, int conversationsPerDay) throws IOException {
    return new SteadyOrg(folder, conversationsPerDay);
  }

  /** Five minutes pass, and the details are read. */
  TickCost detailsTick() throws IOException {
    clock.advance(PERIOD);
    long before = org.ledger().served().requests(Endpoint.DETAILS_QUERY);
    Instant from = readUpTo.minus(overlap);
    readUpTo = completed(DETAILS);
    long requests = org.ledger().served().requests(Endpoint.DETAILS_QUERY) - before;
    return new TickCost(ends.between(from, readUpTo), requests);
  }

  /** Requests of every kind, sign-ins included, that an hour of ticks makes. */
  long requestsOfAnHour() throws IOException {
    long before = allRequests();
    for (int tick = 0; tick < TICKS_PER_HOUR; tick++) {
      clock.advance(PERIOD);
      completed(WHATEVER_IS_DUE);
    }
    return allRequests() - before;
  }

  /**
   * The time that passes while history is read brings new conversations; the ticks after it catch
   * up.
   */
  private Instant readHistory() throws IOException {
    completed(WHATEVER_IS_DUE);
    clock.advance(PERIOD);
    completed(WHATEVER_IS_DUE);
    clock.advance(PERIOD);
    return completed(WHATEVER_IS_DUE);
  }

  /** Runs until nothing is owed; the watermark then. */
  private Instant completed(String request) throws IOException {
    while (true) {
      JsonNode run = fleet.invoke(handler, request, clock);
      JsonNode details =
          run.path("datasets")
              .valueStream()
              .filter(dataset -> dataset.path("dataset").asText().equals("conversation-details"))
              .findFirst()
              .orElseThrow();
      switch (details.path("status").asText()) {
        case "completed" -> {
          return Instant.parse(details.path("watermark").asText());
        }
        case "incomplete" -> clock.advance(Duration.ofMinutes(1));
        default -> throw new IllegalStateException("Cannot measure: a run reported " + run);
      }
    }
  }

  private long allRequests() {
    long requests = 0;
    for (Endpoint endpoint : Endpoint.values()) {
      requests += org.ledger().served().requests(endpoint);
    }
    return requests;
  }

  @Override
  public void close() {
    cloud.close();
  }
}
