package com.spokefleet.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param datasets the datasets to run now, due or not; empty means whatever is due
 * @param days start days to read again whole
 */
public record RunRequest(Set<String> datasets, Optional<DayRange> days) {
  public static RunRequest whatIsDue() {
    return new RunRequest(Set.of(), Optional.empty());
  }

  boolean asksFor(String dataset) {
    return datasets.contains(dataset);
  }

  /** Start days, both included. */
  public record DayRange(LocalDate from, LocalDate to) {
    public DayRange {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(
            "Cannot read from " + from + " to " + to + ": the end is before the start");
      }
    }

    public List<LocalDate> days() {
      return from.datesUntil(to.plusDays(1)).toList();
    }
  }
}
