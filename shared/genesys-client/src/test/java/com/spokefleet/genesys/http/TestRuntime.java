package com.spokefleet.genesys.http;

import java.time.Duration;
import java.util.Random;

/** The client's surroundings in tests: real HTTP, virtual time, seeded chance. */
public final class TestRuntime {
  private TestRuntime() {}

  public static HttpRuntime of(VirtualTime time) {
    return of(time, RequestObserver.NONE);
  }

  public static HttpRuntime of(VirtualTime time, RequestObserver observer) {
    return new HttpRuntime(
        HttpRuntime.newClient(Duration.ofSeconds(5)), time, time, new Random(1), observer);
  }

  /** Overridable to replay a failure; printed with every seeded assertion. */
  public static long seed() {
    return Long.getLong("spokefleet.seed", 20_261_120L);
  }
}
