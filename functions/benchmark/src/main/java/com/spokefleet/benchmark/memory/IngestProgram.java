package com.spokefleet.benchmark.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.benchmark.fleet.OneOrgFleet;
import com.spokefleet.benchmark.fleet.ServedOrg;
import com.spokefleet.benchmark.process.Footprint;
import com.spokefleet.ingest.IngestHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The real ingestion function in a process whose heap is limited: invoked until nothing is owed,
 * each invocation with the 15 minutes that Lambda allows. Arguments: folder, the line that {@link
 * BigDay} tells.
 */
public final class IngestProgram {
  private static final int HISTORY_DAYS = 15;

  private IngestProgram() {}

  /** Writes invocations, seconds, seconds of garbage collection and peak megabytes. */
  public static void main(String[] arguments) throws IOException {
    ServedOrg org = ServedOrg.parse(arguments[1]);
    OneOrgFleet fleet = OneOrgFleet.write(Path.of(arguments[0]), org, HISTORY_DAYS);
    Clock system = Clock.systemUTC();
    Clock clock = Clock.offset(system, Duration.between(system.instant(), BigDay.NOW));
    Instant start = system.instant();
    int invocations = invokeUntilComplete(fleet, clock);
    System.out.println("invocations " + invocations);
    System.out.println("seconds " + Duration.between(start, system.instant()).toMillis() / 1e3);
    System.out.println("collection " + Footprint.collectionSeconds());
    System.out.println("megabytes " + Footprint.peakMegabytes());
  }

  private static int invokeUntilComplete(OneOrgFleet fleet, Clock clock) throws IOException {
    IngestHandler handler = fleet.handler(clock, Thread::sleep);
    int invocations = 0;
    while (true) {
      JsonNode report = fleet.invoke(handler, "{}", clock);
      invocations++;
      switch (report.path("status").asText()) {
        case "completed" -> {
          return invocations;
        }
        case "incomplete" -> System.err.println("… more is owed after " + invocations);
        default -> throw new IllegalStateException("Cannot measure: a run reported " + report);
      }
    }
  }
}
