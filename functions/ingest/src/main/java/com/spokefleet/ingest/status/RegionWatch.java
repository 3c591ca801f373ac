package com.spokefleet.ingest.status;

import com.spokefleet.genesys.status.RegionState;
import com.spokefleet.genesys.status.RegionStatus;
import com.spokefleet.genesys.status.StatusPageClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * How the org's region is doing while a run goes on. The page is asked beside the run, at most once
 * a minute, and its answer is taken when the run is over: no run fails by it, and none waits for it
 * but one that is through within the page's {@link StatusPageClient#TIMEOUT}.
 */
public final class RegionWatch {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final @Nullable StatusPageClient page;
  private final Clock clock;
  private CompletableFuture<Optional<RegionStatus>> answer =
      CompletableFuture.completedFuture(Optional.empty());
  private Instant askedAt = Instant.MIN;

  private RegionWatch(@Nullable StatusPageClient page, Clock clock) {
    this.page = page;
    this.clock = clock;
  }

  public static RegionWatch of(StatusPageClient page, Clock clock) {
    return new RegionWatch(page, clock);
  }

  /** Asks nobody and knows nothing. */
  public static RegionWatch off(Clock clock) {
    return new RegionWatch(null, clock);
  }

  /** A run begins. */
  public void begin() {
    Instant now = clock.instant();
    if (page != null && !now.isBefore(askedAt.plus(FRESH))) {
      askedAt = now;
      answer = page.ask().thenApply(Optional::of);
    }
  }

  /** Whether by now it is known that the region is in maintenance; does not wait. */
  public boolean knowsOfMaintenance() {
    return answer
        .getNow(Optional.empty())
        .filter(status -> status.state() == RegionState.MAINTENANCE)
        .isPresent();
  }

  /** What the page said; empty where nobody is to look. */
  public Optional<RegionStatus> status() {
    return answer.join();
  }
}
