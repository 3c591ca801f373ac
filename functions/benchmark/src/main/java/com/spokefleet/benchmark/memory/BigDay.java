package com.spokefleet.benchmark.memory;

import com.spokefleet.benchmark.fleet.ServedOrg;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A process that serves an org with one day of conversations, all ended, and no rate limit to speak
 * of. Argument: their number. Tells on one line where it is; ends when its standard input does.
 */
public final class BigDay {
  /** When it is for the org. */
  static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

  /** The start day of all its conversations. */
  static final Instant DAY = Instant.parse("2026-11-02T00:00:00Z");

  private static final String NAME = "measured";
  private static final int UNLIMITED = 1_000_000;

  private BigDay() {}

  /** Serves until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    FakeOrgSettings settings =
        FakeOrgSettings.named(NAME, 2026, DAY)
            .historyEnd(DAY.plus(Duration.ofDays(1)))
            .conversationsPerDay(Integer.parseInt(arguments[0]))
            .volume(Volume.EVEN)
            .requestsPerMinute(UNLIMITED)
            .build();
    try (FakeGenesysCloud cloud =
        FakeGenesysCloud.start(List.of(settings), new VirtualClock(NOW))) {
      System.out.println(ServedOrg.of(cloud.org(NAME)).line());
      while (System.in.read() >= 0) {
        // The parent says nothing; it closes the stream when it is done.
      }
    }
  }
}
