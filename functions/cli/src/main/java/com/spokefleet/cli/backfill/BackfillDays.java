package com.spokefleet.cli.backfill;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** UTC start days to be read again, both included. */
record BackfillDays(LocalDate from, LocalDate to) {
  long count() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** As the ingest function is asked for them, always alike: asking again goes on. */
  String request() {
    return "{\"datasets\":[\"backfill\"],\"from\":\"" + from + "\",\"to\":\"" + to + "\"}";
  }
}
