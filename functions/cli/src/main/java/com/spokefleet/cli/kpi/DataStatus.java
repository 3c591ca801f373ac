package com.spokefleet.cli.kpi;

import com.spokefleet.cli.terminal.Format;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far an org's figures can be trusted, from the proofs of its partitions.
 *
 * @param daysAsked days of the report's window
 * @param settledDays days that were read for the last time
 * @param provisionalDays days that will be read again
 * @param readUpTo the latest instant up to which the org was read; empty if never
 */
public record DataStatus(
    long daysAsked, long settledDays, long provisionalDays, Optional<Instant> readUpTo) {

  public long knownDays() {
    return settledDays + provisionalDays;
  }

  /** How old the newest data are; empty if there are none. */
  public Optional<Duration> age(Instant now) {
    return readUpTo.map(instant -> Duration.between(instant, now));
  }

  public String text(Instant now) {
    if (knownDays() == 0) {
      return "no conversations in the lake";
    }
    String days =
        knownDays() == daysAsked ? days(knownDays()) : knownDays() + " of " + days(daysAsked);
    String status = provisionalDays == 0 ? "settled" : "provisional";
    return status + ", " + days + age(now).map(age -> ", " + Format.age(age) + " old").orElse("");
  }

  private static String days(long count) {
    return Format.count(count) + (count == 1 ? " day" : " days");
  }
}
