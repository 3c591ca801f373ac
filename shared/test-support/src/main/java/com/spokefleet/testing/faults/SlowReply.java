package com.spokefleet.testing.faults;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** How a slow reply is held back: until something else happened, or for a short real time. */
@FunctionalInterface
public interface SlowReply {
  void hold() throws InterruptedException;

  /** Slow enough to be noticed, quick enough for hundreds of them in a test. */
  static SlowReply brief() {
    return lasting(Duration.ofMillis(5));
  }

  static SlowReply lasting(Duration delay) {
    return () -> Thread.sleep(delay);
  }

  static SlowReply until(CountDownLatch latch) {
    return latch::await;
  }
}
