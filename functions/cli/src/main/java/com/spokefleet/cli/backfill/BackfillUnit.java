package com.spokefleet.cli.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What one unit of a backfill did, as the function's report says.
 *
 * @param daysAhead days of the request that are not read yet
 * @param resumeAt when the share of the rate limit is there again, if it is spent
 * @param message what went wrong, or what is waited for; may be empty
 */
record BackfillUnit(
    Status status,
    long requests,
    long landed,
    long daysAhead,
    Optional<Instant> resumeAt,
    String message) {
  /** How it ended. */
  enum Status {
    COMPLETED,
    INCOMPLETE,
    FAILED,
    BUSY
  }

  static BackfillUnit of(JsonNode report) {
    JsonNode backfill = report.path("datasets").path(0);
    for (JsonNode dataset : report.path("datasets")) {
      if (dataset.path("dataset").asText().equals("backfill")) {
        backfill = dataset;
      }
    }
    return new BackfillUnit(
        Status.valueOf(report.path("status").asText().toUpperCase(Locale.ROOT)),
        report.path("requests").asLong(),
        backfill.path("landed").asLong(),
        backfill.path("pendingDays").asLong(),
        Optional.ofNullable(report.path("resumeAt").textValue()).map(Instant::parse),
        backfill.path("message").asText());
  }
}
