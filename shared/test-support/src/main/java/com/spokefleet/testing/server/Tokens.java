package com.spokefleet.testing.server;

import com.spokefleet.testing.ledger.RateWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens of one organisation with their lifetimes and their requests per minute. Thread-safe. */
final class Tokens {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Clock clock;
  private final Duration lifetime;
  private final int allowed;
  private final long seed;
  private final Map<String, Usage> usages = new HashMap<>();
  private final List<RateWindow> windows = new ArrayList<>();
  private long issued;

  Tokens(Clock clock, Duration lifetime, int allowed, long seed) {
    this.clock = clock;
    this.lifetime = lifetime;
    this.allowed = allowed;
    this.seed = seed;
  }

  /** What the rate-limit headers say, and whether this request was one too many. */
  record Allowance(int count, int allowed, long resetSeconds) {
    boolean exceeded() {
      return count > allowed;
    }

    Map<String, String> headers() {
      return Map.of(
          "inin-ratelimit-count", Integer.toString(count),
          "inin-ratelimit-allowed", Integer.toString(allowed),
          "inin-ratelimit-reset", Long.toString(resetSeconds));
    }
  }

  private static final class Usage {
    private final long number;
    private final Instant expires;
    private Instant windowEnd;
    private int count;

    private Usage(long number, Instant expires, Instant windowEnd) {
      this.number = number;
      this.expires = expires;
      this.windowEnd = windowEnd;
    }
  }

  synchronized String issue() {
    issued++;
    String token = "token-" + Long.toHexString(seed) + "-" + issued;
    Instant now = clock.instant();
    usages.put(token, new Usage(issued, now.plus(lifetime), now.plus(WINDOW)));
    return token;
  }

  Duration lifetime() {
    return lifetime;
  }

  synchronized long issued() {
    return issued;
  }

  /** Counts a request of the token; null for a token that is unknown or has expired. */
  synchronized @Nullable Allowance use(String token) {
    Usage usage = usages.get(token);
    Instant now = clock.instant();
    if (usage == null || !now.isBefore(usage.expires)) {
      return null;
    }
    if (!now.isBefore(usage.windowEnd)) {
      close(usage);
      usage.windowEnd = now.plus(WINDOW);
      usage.count = 0;
    }
    usage.count++;
    long millis = Duration.between(now, usage.windowEnd).toMillis();
    return new Allowance(usage.count, allowed, (millis + 999) / 1_000);
  }

  private void close(Usage usage) {
    if (usage.count > 0) {
      windows.add(new RateWindow(usage.number, usage.windowEnd.minus(WINDOW), usage.count));
    }
  }

  /** What each token spent in each of its windows so far, the current ones included. */
  synchronized List<RateWindow> windows() {
    List<RateWindow> all = new ArrayList<>(windows);
    for (Usage usage : usages.values()) {
      if (usage.count > 0) {
        all.add(new RateWindow(usage.number, usage.windowEnd.minus(WINDOW), usage.count));
      }
    }
    return all;
  }

  synchronized void revoke(String token) {
    Optional.ofNullable(usages.remove(token)).ifPresent(this::close);
  }

  synchronized void revokeAll() {
    usages.values().forEach(this::close);
    usages.clear();
  }
}
