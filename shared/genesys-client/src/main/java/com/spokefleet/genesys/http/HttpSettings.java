package com.spokefleet.genesys.http;

import java.time.Duration;

/**
 * Limits of every exchange.
 *
 * @param requestTimeout for one attempt, from sending to the last byte of the body
 * @param maximumAttempts for passing faults; throttling is bounded by the deadline alone
 * @param maximumBadDataAttempts for answers that are not JSON
 * @param rateShare part of the allowed requests per window that may be spent, above 0 and at most 1
 * @param longestPacing how long a request may wait for the next window; one that would have to wait
 *     longer is put off, even where the deadline allows it
 */
public record HttpSettings(
    Duration requestTimeout,
    int maximumResponseBytes,
    int maximumAttempts,
    int maximumBadDataAttempts,
    Duration backOffBase,
    Duration backOffCap,
    double rateShare,
    Duration longestPacing) {
  public HttpSettings {
    if (!(rateShare > 0 && rateShare <= 1)) {
      throw new IllegalArgumentException("Cannot spend a share of " + rateShare + " of a limit");
    }
  }

  public static HttpSettings defaults() {
    return new HttpSettings(
        Duration.ofSeconds(60),
        32 << 20,
        6,
        3,
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        1.0,
        Duration.ofDays(1));
  }

  public HttpSettings withRateShare(double share) {
    return new HttpSettings(
        requestTimeout,
        maximumResponseBytes,
        maximumAttempts,
        maximumBadDataAttempts,
        backOffBase,
        backOffCap,
        share,
        longestPacing);
  }

  public HttpSettings withRequestTimeout(Duration timeout) {
    return new HttpSettings(
        timeout,
        maximumResponseBytes,
        maximumAttempts,
        maximumBadDataAttempts,
        backOffBase,
        backOffCap,
        rateShare,
        longestPacing);
  }

  public HttpSettings withLongestPacing(Duration longest) {
    return new HttpSettings(
        requestTimeout,
        maximumResponseBytes,
        maximumAttempts,
        maximumBadDataAttempts,
        backOffBase,
        backOffCap,
        rateShare,
        longest);
  }
}
