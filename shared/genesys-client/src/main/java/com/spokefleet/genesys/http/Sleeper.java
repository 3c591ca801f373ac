package com.spokefleet.genesys.http;

import java.time.Duration;

/** Waits on behalf of the client; {@code Thread::sleep} in production, a moved clock in tests. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration duration) throws InterruptedException;
}
