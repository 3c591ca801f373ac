package com.spokefleet.genesys.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token's requests under its share of the limit that Genesys tells in {@code
 * inin-ratelimit-*} headers. Without such headers it never waits. Thread-safe.
 */
final class RatePacer {
  private static final String COUNT = "inin-ratelimit-count";
  private static final String ALLOWED = "inin-ratelimit-allowed";
  static final String RESET = "inin-ratelimit-reset";

  /** Whole seconds are told, so the ends of one window differ by up to a second between answers. */
  private static final Duration SAME_WINDOW = Duration.ofSeconds(2);

  private final double share;
  private final Clock clock;
  private @Nullable Window window;

  RatePacer(double share, Clock clock) {
    this.share = share;
    this.clock = clock;
  }

  /** Takes one request out of the window, or says how long to wait before trying again. */
  synchronized Duration take() {
    if (window == null) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    if (!now.isBefore(window.end)) {
      window = null;
      return Duration.ZERO;
    }
    if (window.spent >= budget(window.allowed)) {
      return Duration.between(now, window.end);
    }
    window.spent++;
    return Duration.ZERO;
  }

  /** Learns from an answer. Late answers of the same window never lower what is known as spent. */
  synchronized void observe(GenesysResponse response, RequestObserver observer) {
    OptionalLong count = number(response, COUNT);
    OptionalLong allowed = number(response, ALLOWED);
    OptionalLong reset = number(response, RESET);
    if (count.isEmpty() || allowed.isEmpty() || reset.isEmpty() || allowed.getAsLong() == 0) {
      return;
    }
    observer.rateSeen(count.getAsLong(), allowed.getAsLong());
    Window told = new Window(allowed.getAsLong(), end(reset.getAsLong()), count.getAsLong());
    if (window == null || !window.isSameAs(told)) {
      window = told;
    } else {
      window.spent = Math.max(window.spent, told.spent);
    }
  }

  private Instant end(long resetSeconds) {
    long believed = Math.min(resetSeconds, RetryAfter.LONGEST_BELIEVED.toSeconds());
    return clock.instant().plusSeconds(believed);
  }

  private long budget(long allowed) {
    return Math.max(1, (long) Math.floor(allowed * share));
  }

  private static OptionalLong number(GenesysResponse response, String header) {
    String text = response.header(header).orElse("").strip();
    boolean digits = !text.isEmpty() && text.length() <= 9;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** Guarded by the pacer. */
  private static final class Window {
    final long allowed;
    final Instant end;
    long spent;

    Window(long allowed, Instant end, long spent) {
      this.allowed = allowed;
      this.end = end;
      this.spent = spent;
    }

    boolean isSameAs(Window other) {
      return allowed == other.allowed
          && Duration.between(end, other.end).abs().compareTo(SAME_WINDOW) < 0;
    }
  }
}
