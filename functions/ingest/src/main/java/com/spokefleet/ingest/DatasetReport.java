package com.spokefleet.ingest;

import java.time.Instant;
import java.util.Optional;

/**
 * What one run of a dataset did.
 *
 * @param fetched records the API served, repeats included
 * @param landed distinct units written or found already there
 * @param quarantined records put aside in this run
 * @param partitionsChanged objects that were replaced because their rows changed
 * @param watermark known complete up to here, for datasets that have one
 * @param gaps ranges of time still owed
 * @param pendingDays start days still owed
 * @param message what went wrong, or why it is incomplete
 */
public record DatasetReport(
    String dataset,
    DatasetStatus status,
    long fetched,
    long landed,
    long quarantined,
    long partitionsChanged,
    Optional<Instant> watermark,
    int gaps,
    int pendingDays,
    Optional<String> message) {

  public static DatasetReport notDue(String dataset) {
    return of(dataset, DatasetStatus.NOT_DUE, Optional.empty());
  }

  public static DatasetReport failed(String dataset, String message) {
    return of(dataset, DatasetStatus.FAILED, Optional.of(message));
  }

  public static DatasetReport incomplete(String dataset, String message) {
    return of(dataset, DatasetStatus.INCOMPLETE, Optional.of(message));
  }

  private static DatasetReport of(String dataset, DatasetStatus status, Optional<String> message) {
    return new DatasetReport(dataset, status, 0, 0, 0, 0, Optional.empty(), 0, 0, message);
  }
}
