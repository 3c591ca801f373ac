package com.spokefleet.testing.org;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation's asynchronous jobs behave; may be changed while it serves. Lengths that
 * Genesys does not document are invented. Thread-safe.
 */
public final class JobService {
  private Duration availabilityLag = Duration.ofHours(6);
  private @Nullable Instant availabilityStandsAt;
  private Duration queued = Duration.ofSeconds(20);
  private Duration working = Duration.ofMinutes(2);
  private Duration resultsLast = Duration.ofDays(1);
  private int atOnce = 10;
  private int largestPage = Integer.MAX_VALUE;

  /** The availability date follows the visible data at this distance; six hours unless told. */
  public synchronized void availabilityLag(Duration lag) {
    availabilityLag = lag;
    availabilityStandsAt = null;
  }

  /** The availability date is this from now on, wherever it was before; it may move back. */
  public synchronized void availabilityStandsAt(Instant date) {
    availabilityStandsAt = date;
  }

  /** Jobs are QUEUED and then PENDING for so long; 20 seconds and 2 minutes unless told. */
  public synchronized void jobsTake(Duration queuedTime, Duration workingTime) {
    queued = queuedTime;
    working = workingTime;
  }

  /** Results can be read for so long after they are there; a day unless told. */
  public synchronized void resultsLast(Duration time) {
    resultsLast = time;
  }

  /** So many jobs may be queued or at work at once; ten unless told. */
  public synchronized void atOnce(int jobs) {
    atOnce = jobs;
  }

  /** Pages of results hold no more records than this, whatever is asked for. */
  public synchronized void pagesHold(int records) {
    largestPage = records;
  }

  public synchronized int largestPage() {
    return largestPage;
  }

  /** The availability date while queries see events up to {@code visibleUntil}, in epoch ms. */
  public synchronized long availability(long visibleUntil) {
    Instant fixed = availabilityStandsAt;
    return fixed == null
        ? visibleUntil - availabilityLag.toMillis()
        : Math.min(visibleUntil, fixed.toEpochMilli());
  }

  public synchronized Duration queued() {
    return queued;
  }

  public synchronized Duration working() {
    return working;
  }

  public synchronized Duration resultsLast() {
    return resultsLast;
  }

  public synchronized int atOnce() {
    return atOnce;
  }
}
