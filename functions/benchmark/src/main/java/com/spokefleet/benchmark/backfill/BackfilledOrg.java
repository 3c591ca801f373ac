package com.spokefleet.benchmark.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.benchmark.fleet.OneOrgFleet;
import com.spokefleet.benchmark.fleet.ServedOrg;
import com.spokefleet.ingest.IngestHandler;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.ledger.RateWindow;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * One org that is backfilled while its ticks go on, on a clock of its own: units and ticks take
 * turns, as the org's lease makes them, and each request takes a fixed time.
 */
final class BackfilledOrg implements AutoCloseable {
  static final int REQUESTS_PER_MINUTE = 60;
  static final int SHARE = REQUESTS_PER_MINUTE / 2;

  private static final String NAME = "measured";
  private static final Instant START = Instant.parse("2026-11-18T09:00:00Z");
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final Duration PER_REQUEST = Duration.ofMillis(150);
  private static final Duration BETWEEN_UNITS = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
  private static final int RECORDS_PER_PAGE = 25;
  private static final int STEADY_REQUESTS = 20;
  private static final String TICK = "{}";

  /** The ticks sign in first; the backfill has a token of its own. */
  private static final int TOKEN_OF_THE_BACKFILL = 2;

  private final VirtualClock clock = new VirtualClock(START);
  private final FakeGenesysCloud cloud;
  private final FakeOrg org;
  private final OneOrgFleet fleet;
  private final IngestHandler handler;
  private final String request;
  private final List<Duration> ages = new ArrayList<>();
  private Instant nextTick = START;

  BackfilledOrg(Path folder, int number, int days, int conversationsPerDay) throws IOException {
    LocalDate last = LocalDate.ofInstant(START, ZoneOffset.UTC).minusDays(1);
    LocalDate first = last.minusDays(days - 1L);
    FakeOrgSettings settings =
        FakeOrgSettings.named(NAME, 1_000 + number, first.atStartOfDay(ZoneOffset.UTC).toInstant())
            .conversationsPerDay(conversationsPerDay)
            .volume(Volume.EVEN)
            .requestsPerMinute(REQUESTS_PER_MINUTE)
            .build();
    cloud = FakeGenesysCloud.start(List.of(settings), clock);
    org = cloud.org(NAME);
    org.jobs().pagesHold(RECORDS_PER_PAGE);
    fleet = OneOrgFleet.write(folder, ServedOrg.of(org), 1);
    handler = fleet.handler(clock, clock::advance);
    request = "{\"datasets\":[\"backfill\"],\"from\":\"" + first + "\",\"to\":\"" + last + "\"}";
  }

  /** Backfills to the end; what the fake org counted meanwhile. */
  BackfillMeasured run() throws IOException {
    tickUntilSteady();
    Instant begun = clock.instant();
    JsonNode unit;
    do {
      unit = timed(request);
      Instant wakeAt = wakeAt(unit);
      while (nextTick.isBefore(wakeAt)) {
        sleepUntil(nextTick);
        tick();
      }
      sleepUntil(wakeAt);
    } while (unit.path("status").asText().equals("incomplete"));
    if (!unit.path("status").asText().equals("completed")) {
      throw new IllegalStateException("Cannot measure: a unit reported " + unit);
    }
    List<Integer> windows =
        org.rateWindows().stream()
            .filter(window -> window.token() == TOKEN_OF_THE_BACKFILL)
            .map(RateWindow::requests)
            .toList();
    return new BackfillMeasured(windows, Duration.between(begun, clock.instant()), ages);
  }

  /** Until the history of every dataset is read. */
  private void tickUntilSteady() throws IOException {
    JsonNode report;
    do {
      report = timed(TICK);
      clock.advance(PERIOD);
    } while (report.path("requests").asInt() > STEADY_REQUESTS
        || !report.path("status").asText().equals("completed"));
    nextTick = clock.instant().plus(PERIOD);
  }

  private void tick() throws IOException {
    JsonNode report = timed(TICK);
    for (JsonNode dataset : report.path("datasets")) {
      if (dataset.path("dataset").asText().equals("conversation-details")) {
        Instant watermark = Instant.parse(dataset.path("watermark").asText());
        ages.add(Duration.between(watermark, clock.instant()));
      }
    }
    nextTick = nextTick.plus(PERIOD);
  }

  private JsonNode timed(String what) throws IOException {
    JsonNode report = fleet.invoke(handler, what, clock);
    clock.advance(PER_REQUEST.multipliedBy(report.path("requests").asLong()));
    return report;
  }

  private Instant wakeAt(JsonNode unit) {
    Instant soon = clock.instant().plus(BETWEEN_UNITS);
    if (unit.path("resumeAt").isTextual()) {
      Instant resumeAt = Instant.parse(unit.path("resumeAt").asText());
      return resumeAt.isAfter(soon) ? resumeAt : soon;
    }
    boolean landed =
        unit.path("datasets")
            .valueStream()
            .anyMatch(dataset -> dataset.path("landed").asLong() > 0);
    return landed ? soon : clock.instant().plus(LOOK_AGAIN);
  }

  private void sleepUntil(Instant instant) {
    Duration wait = Duration.between(clock.instant(), instant);
    if (wait.isPositive()) {
      clock.advance(wait);
    }
  }

  @Override
  public void close() {
    cloud.close();
  }
}
