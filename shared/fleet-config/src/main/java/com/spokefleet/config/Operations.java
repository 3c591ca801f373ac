package com.spokefleet.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the fleet is watched, and how long what is not the lake is kept.
 *
 * @param notified e-mail addresses that are told of every alarm
 * @param logRetention how long logs are kept; one of CloudWatch's own values, whole days
 * @param rawRetention how long raw copies are kept: quarantine, backup, archive, transcripts, dead
 *     letters; 1 to 14 whole days
 * @param maximumAge data older than this is an alarm
 * @param silence no event of an org for so long is an alarm; empty: none
 * @param dailyBytes more bytes of events of one org on one day are an alarm
 */
public record Operations(
    List<String> notified,
    Duration logRetention,
    Duration rawRetention,
    Duration maximumAge,
    Optional<Duration> silence,
    long dailyBytes) {
  public Operations {
    notified = List.copyOf(notified);
  }

  /**
   * At which age an org's data is an alarm: {@code maximumAge}, but twice its period where that is
   * longer, since data of an org that is read every hour is an hour old as a rule.
   */
  public Duration maximumAgeOf(Spoke spoke) {
    Duration twoPeriods = spoke.schedule().period().multipliedBy(2);
    return twoPeriods.compareTo(maximumAge) > 0 ? twoPeriods : maximumAge;
  }
}
