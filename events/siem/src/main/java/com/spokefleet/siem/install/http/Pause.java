package com.spokefleet.siem.install.http;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
  void sleep(Duration time) throws InterruptedException;
}
